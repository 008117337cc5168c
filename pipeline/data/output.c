/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ledger of a stage's files. Threads of one stage may share it: the list is
 * guarded, the files are each thread's own. */
#include "data/output.h"

#include "data/csv.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct Entry {
    char *path;
    char *sha256;
    size_t bytes;
    size_t rows;
} Entry;

struct Outputs {
    char *folder;
    char *stage;
    GMutex mutex;
    GPtrArray *entries;
    GHashTable *open; /* FILE * to its relative path */
};

static void entry_free(void *data)
{
    Entry *entry = data;
    g_free(entry->path);
    g_free(entry->sha256);
    g_free(entry);
}

static bool fail(GError **error, const char *doing, const char *path)
{
    int code = errno;
    g_set_error(error, G_FILE_ERROR, (int)g_file_error_from_errno(code), "%s %s: %s",
                doing, path, g_strerror(code));
    return false;
}

Outputs *outputs_new(const char *folder, const char *stage, GError **error)
{
    if (g_mkdir_with_parents(folder, 0700) != 0) {
        fail(error, "creating", folder);
        return NULL;
    }
    Outputs *outputs = g_new0(Outputs, 1);
    outputs->folder  = g_strdup(folder);
    outputs->stage   = g_strdup(stage);
    outputs->entries = g_ptr_array_new_with_free_func(entry_free);
    outputs->open    = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    g_mutex_init(&outputs->mutex);
    return outputs;
}

void outputs_free(Outputs *outputs)
{
    if (outputs == NULL)
        return;
    g_free(outputs->folder);
    g_free(outputs->stage);
    g_ptr_array_unref(outputs->entries);
    g_hash_table_unref(outputs->open);
    g_mutex_clear(&outputs->mutex);
    g_free(outputs);
}

char *outputs_path(Outputs *outputs, const char *path, GError **error)
{
    g_assert(*path != '/' && strstr(path, "..") == NULL);
    g_autofree char *full   = g_build_filename(outputs->folder, path, NULL);
    g_autofree char *parent = g_path_get_dirname(full);
    if (g_mkdir_with_parents(parent, 0700) != 0) {
        fail(error, "creating", parent);
        return NULL;
    }
    return g_steal_pointer(&full);
}

FILE *outputs_open(Outputs *outputs, const char *path, GError **error)
{
    g_autofree char *full = outputs_path(outputs, path, error);
    if (full == NULL)
        return NULL;
    if (unlink(full) != 0 && errno != ENOENT) {
        fail(error, "replacing", full);
        return NULL;
    }
    int flags    = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
    int file     = open(full, flags, 0600);
    FILE *stream = file < 0 ? NULL : fdopen(file, "w");
    if (stream == NULL) {
        fail(error, "creating", full);
        return NULL;
    }
    g_mutex_lock(&outputs->mutex);
    g_hash_table_insert(outputs->open, stream, g_strdup(path));
    g_mutex_unlock(&outputs->mutex);
    return stream;
}

static char *take_path(Outputs *outputs, FILE *stream)
{
    void *path = NULL;
    g_mutex_lock(&outputs->mutex);
    bool is_open = g_hash_table_steal_extended(outputs->open, stream, NULL, &path);
    g_mutex_unlock(&outputs->mutex);
    g_assert(is_open);
    return path;
}

bool outputs_close(Outputs *outputs, FILE *stream, size_t rows, GError **error)
{
    g_autofree char *path = take_path(outputs, stream);
    bool failed           = fflush(stream) != 0 || ferror(stream) != 0;
    int code              = errno;
    failed                = fclose(stream) != 0 || failed;
    if (failed) {
        errno = code != 0 ? code : EIO;
        return fail(error, "writing", path);
    }
    return outputs_record(outputs, path, rows, error);
}

bool outputs_write(Outputs *outputs, const char *path, GString *content, GError **error)
{
    FILE *stream = outputs_open(outputs, path, error);
    if (stream == NULL)
        return false;
    fwrite(content->str, 1, content->len, stream);
    return outputs_close(outputs, stream, 0, error);
}

static bool file_copy(Outputs *outputs, const char *from, const char *to,
                      GError **error)
{
    g_autofree char *content = NULL;
    gsize length             = 0;
    if (!g_file_get_contents(from, &content, &length, error))
        return false;
    g_autoptr(GString) text = g_string_new_len(content, (gssize)length);
    return outputs_write(outputs, to, text, error);
}

bool outputs_link(Outputs *outputs, const char *from, const char *to, GError **error)
{
    g_autofree char *source = g_build_filename(outputs->folder, from, NULL);
    g_autofree char *target = outputs_path(outputs, to, error);
    if (target == NULL)
        return false;
    if (unlink(target) != 0 && errno != ENOENT)
        return fail(error, "replacing", target);
    if (link(source, target) != 0)
        return file_copy(outputs, source, to, error);
    return outputs_record(outputs, to, 0, error);
}

/* The file is read in blocks: mapped it would count as memory of ours. */
static char *stream_sha256(FILE *stream, size_t *bytes)
{
    g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
    guchar block[64 * 1024];
    *bytes = 0;
    for (size_t read; (read = fread(block, 1, sizeof block, stream)) > 0;) {
        g_checksum_update(checksum, block, (gssize)read);
        *bytes += read;
    }
    return ferror(stream) ? NULL : g_strdup(g_checksum_get_string(checksum));
}

char *file_sha256(const char *path, size_t *bytes, GError **error)
{
    FILE *stream = fopen(path, "rbe");
    char *sha256 = stream != NULL ? stream_sha256(stream, bytes) : NULL;
    if (sha256 == NULL)
        fail(error, "reading", path);
    if (stream != NULL)
        fclose(stream);
    return sha256;
}

bool outputs_record(Outputs *outputs, const char *path, size_t rows, GError **error)
{
    g_autofree char *full = g_build_filename(outputs->folder, path, NULL);
    size_t bytes          = 0;
    char *sha256          = file_sha256(full, &bytes, error);
    if (sha256 == NULL)
        return false;
    Entry *entry = g_new0(Entry, 1);
    *entry       = (Entry){g_strdup(path), sha256, bytes, rows};
    g_mutex_lock(&outputs->mutex);
    g_ptr_array_add(outputs->entries, entry);
    g_mutex_unlock(&outputs->mutex);
    return true;
}

static void write_version(FILE *stream, const char *library, const char *version)
{
    csv_write_cell(stream, library, strlen(library), true);
    csv_write_cell(stream, version, strlen(version), false);
    fputc('\n', stream);
}

bool outputs_versions(Outputs *outputs, const LibraryVersion *versions, size_t count,
                      GError **error)
{
    g_autofree char *path = g_strdup_printf("versions/%s.csv", outputs->stage);
    g_autofree char *glib = g_strdup_printf("%u.%u.%u", glib_major_version,
                                            glib_minor_version, glib_micro_version);
    FILE *stream          = outputs_open(outputs, path, error);
    if (stream == NULL)
        return false;
    fputs("library,version\n", stream);
    write_version(stream, "GLib", glib);
    for (size_t i = 0; i < count; i++)
        write_version(stream, versions[i].library, versions[i].version);
    return outputs_close(outputs, stream, count + 1, error);
}

static int entry_compare(const void *a, const void *b)
{
    return strcmp((*(Entry *const *)a)->path, (*(Entry *const *)b)->path);
}

static void write_entry(FILE *stream, const Entry *entry)
{
    csv_write_cell(stream, entry->path, strlen(entry->path), true);
    fprintf(stream, ",%zu,%s,", entry->bytes, entry->sha256);
    fprintf(stream, "%zu\n", entry->rows);
}

bool outputs_finish(Outputs *outputs, GError **error)
{
    g_assert(g_hash_table_size(outputs->open) == 0);
    g_ptr_array_sort(outputs->entries, entry_compare);
    g_autofree char *path = g_strdup_printf("outputs/%s.csv", outputs->stage);
    FILE *stream          = outputs_open(outputs, path, error);
    if (stream == NULL)
        return false;
    fputs("path,bytes,sha256,rows\n", stream);
    for (guint i = 0; i < outputs->entries->len; i++)
        write_entry(stream, g_ptr_array_index(outputs->entries, i));
    return outputs_close(outputs, stream, outputs->entries->len, error);
}
