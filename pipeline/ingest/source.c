/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file is mapped. UTF-8 is used where it lies; other encodings are converted into
 * anonymous memory. Both are given back page by page as reading goes on. */
#include "ingest/source.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

G_DEFINE_QUARK(refusal - error - quark, refusal_error)

enum { STEP = 1024 * 1024, LOOKED_AT = 4096 };

/* A stretch of mapped memory, of which the start may have been given back. */
typedef struct Pages {
    char *start;
    size_t size;
    size_t released;
} Pages;

typedef struct OpenSource {
    Source public;
    char *path;
    Pages file;
    Pages converted; /* none when the file is used where it lies */
    size_t prefix;   /* of the byte order mark */
    size_t cursor;   /* place in text, and in the file, of the last source_offset */
    size_t file_cursor;
} OpenSource;

static OpenSource *open_source(Source *source)
{
    return (OpenSource *)(void *)source;
}

static bool refuse(GError **error, FindingCode code, const char *path)
{
    g_set_error(error, REFUSAL_ERROR, (int)code, "%s", path);
    return false;
}

static bool fail(GError **error, const char *path)
{
    int code = errno;
    g_set_error(error, G_FILE_ERROR, (int)g_file_error_from_errno(code),
                "reading %s: %s", path, g_strerror(code));
    return false;
}

static void pages_release(Pages *pages, size_t until)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    until       = MIN(until, pages->size) / page * page;
    if (until <= pages->released)
        return;
    madvise(pages->start + pages->released, until - pages->released, MADV_DONTNEED);
    pages->released = until;
}

static void pages_free(Pages *pages)
{
    if (pages->start != NULL)
        munmap(pages->start, pages->size);
}

/* ---- opening ---- */

static bool map_file(int file, size_t size, Pages *pages)
{
    void *start = mmap(NULL, size, PROT_READ, MAP_PRIVATE, file, 0);
    if (start == MAP_FAILED)
        return false;
    *pages = (Pages){.start = start, .size = size};
    madvise(start, size, MADV_SEQUENTIAL);
    return true;
}

static bool map_open(OpenSource *source, int file, const SourceOptions *options,
                     GError **error)
{
    struct stat status;
    const char *path = source->public.path;
    if (fstat(file, &status) != 0)
        return fail(error, path);
    if (!S_ISREG(status.st_mode))
        return refuse(error, FINDING_file_not_regular, path);
    source->public.bytes = (size_t)status.st_size;
    if (status.st_size == 0)
        return refuse(error, FINDING_file_empty, path);
    if (source->public.bytes > options->limit)
        return refuse(error, FINDING_file_too_large, path);
    return map_file(file, source->public.bytes, &source->file) || fail(error, path);
}

static bool map_path(OpenSource *source, const char *folder,
                     const SourceOptions *options, GError **error)
{
    g_autofree char *full = g_build_filename(folder, source->public.path, NULL);
    int file = open(full, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (file < 0 && (errno == ELOOP || errno == ENXIO))
        return refuse(error, FINDING_file_not_regular, source->public.path);
    if (file < 0)
        return fail(error, source->public.path);
    bool is_open = map_open(source, file, options, error);
    close(file);
    return is_open;
}

/* ---- what it is ---- */

static bool starts_with(const Pages *file, const char *magic, size_t size)
{
    return file->size >= size && memcmp(file->start, magic, size) == 0;
}

/* The first characters that are no white space, in whatever encoding: byte order marks
 * and the NULs of UTF-16 are passed over. */
static void read_start(const Pages *file, char *out, size_t room)
{
    size_t n = 0;
    for (size_t i = 0; i < MIN(file->size, (size_t)LOOKED_AT) && n + 1 < room; i++) {
        char c       = file->start[i];
        bool is_mark = i < 3 && (guchar)c >= 0xBB;
        if (c != '\0' && !is_mark && !g_ascii_isspace(c))
            out[n++] = c;
    }
    out[n] = '\0';
}

/* No table starts with a tag. */
static bool is_markup(const char *start)
{
    return start[0] == '<' &&
           (g_ascii_isalpha(start[1]) || start[1] == '!' || start[1] == '?');
}

static bool is_json(const char *start)
{
    if (start[0] == '{')
        return start[1] == '"' || start[1] == '}';
    return start[0] == '[' && start[1] != '\0' && strchr("{[\"]", start[1]) != NULL;
}

static int foreign_kind(const Pages *file)
{
    char start[8];
    read_start(file, start, sizeof start);
    if (starts_with(file, "PK\3\4", 4))
        return FINDING_file_xlsx;
    if (starts_with(file, "\xD0\xCF\x11\xE0", 4))
        return FINDING_file_xls;
    if (is_markup(start))
        return FINDING_file_html;
    return is_json(start) ? FINDING_file_json : FINDING_COUNT;
}

static const struct {
    const char *name;
    const char *iconv;
    const char *mark;
    size_t mark_size;
} encodings[ENCODING_COUNT] = {
    [ENCODING_UTF8]         = {"utf-8", "UTF-8", "\xEF\xBB\xBF", 3},
    [ENCODING_WINDOWS_1252] = {"windows-1252", "WINDOWS-1252", "", 0},
    [ENCODING_UTF16LE]      = {"utf-16le", "UTF-16LE", "\xFF\xFE", 2},
    [ENCODING_UTF16BE]      = {"utf-16be", "UTF-16BE", "\xFE\xFF", 2},
};

const char *encoding_name(Encoding encoding)
{
    return encodings[encoding].name;
}

static bool has_mark(const Pages *file, Encoding encoding)
{
    size_t size = encodings[encoding].mark_size;
    return size > 0 && starts_with(file, encodings[encoding].mark, size);
}

/* Text in UTF-16 of Latin letters has a NUL in nearly every other byte. */
static bool has_nul_pattern(const Pages *file, size_t parity)
{
    size_t n = MIN(file->size, (size_t)LOOKED_AT) / 2, nul[2] = {0, 0};
    for (size_t i = 0; i < 2 * n; i++)
        nul[i % 2] += file->start[i] == '\0';
    return n > 0 && nul[parity] * 10 > n * 7 && nul[1 - parity] * 10 < n;
}

/* Where the first byte is that is not ASCII; nearly all are. */
static const char *skip_ascii(const char *from, const char *until)
{
    const guint64 high = G_GUINT64_CONSTANT(0x8080808080808080);
    for (guint64 word; until - from >= (gssize)sizeof word; from += sizeof word) {
        memcpy(&word, from, sizeof word);
        if ((word & high) != 0)
            break;
    }
    while (from < until && (guchar)*from < 0x80)
        from++;
    return from;
}

/* Where valid UTF-8 from `from` ends. A NUL is a matter of its record, not of the
 * encoding. */
static const char *valid_until(const char *from, const char *until)
{
    for (;;) {
        from            = skip_ascii(from, until);
        const char *end = from;
        while (end < until && (guchar)*end >= 0x80)
            end++;
        if (end == from || !g_utf8_validate_len(from, (gsize)(end - from), &from))
            return from;
    }
}

/* One walk over the file: its checksum, and whether it is valid UTF-8. A character may
 * be cut by the end of a step. */
static bool walk_file(OpenSource *source)
{
    g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
    Pages *file                   = &source->file;
    const char *end = file->start + file->size, *valid = file->start;
    bool is_valid = true;
    for (const char *at = file->start; at < end; at += MIN(STEP, end - at)) {
        const char *until = at + MIN(STEP, end - at);
        g_checksum_update(checksum, (const guchar *)at, until - at);
        if (is_valid)
            valid = valid_until(valid, until);
        is_valid = is_valid && (valid == until || (until - valid < 4 && until < end));
        pages_release(file, (size_t)(at - file->start));
    }
    file->released = 0; /* reading starts anew */
    g_strlcpy(source->public.sha256, g_checksum_get_string(checksum),
              sizeof source->public.sha256);
    return is_valid;
}

static bool choose_encoding(Source *source, Encoding encoding, const char *reason)
{
    source->encoding        = encoding;
    source->encoding_reason = reason;
    return true;
}

static bool set_encoding(Source *source, const char *name)
{
    for (Encoding e = 0; e < ENCODING_COUNT; e++)
        if (strcmp(encodings[e].name, name) == 0)
            return choose_encoding(source, e, "setting");
    return false;
}

static void detect_encoding(OpenSource *source, const char *setting)
{
    Source *public    = &source->public;
    const Pages *file = &source->file;
    bool is_utf8      = walk_file(source);
    public->is_valid  = is_utf8;
    if (set_encoding(public, setting))
        return;
    for (Encoding e = 0; e < ENCODING_COUNT; e++)
        if (has_mark(file, e)) {
            choose_encoding(public, e, "bom");
            return;
        }
    if (has_nul_pattern(file, 1))
        choose_encoding(public, ENCODING_UTF16LE, "nul-pattern");
    else if (has_nul_pattern(file, 0))
        choose_encoding(public, ENCODING_UTF16BE, "nul-pattern");
    else if (is_utf8)
        choose_encoding(public, ENCODING_UTF8, "valid");
    else
        choose_encoding(public, ENCODING_WINDOWS_1252, "assumed");
}

/* ---- conversion ---- */

/* Converts file from `from` on to `out`, which has room for any text; a unit that is no
 * character becomes FF. Returns the length. */
static size_t convert(GIConv converter, Pages *file, size_t from, char *out,
                      size_t unit)
{
    char *in = file->start + from, *to = out;
    gsize left = file->size - from, room = (left + unit) * 3;
    while (left > 0) {
        gsize part = MIN(left, (gsize)STEP), rest = part;
        gsize result = g_iconv(converter, &in, &rest, &to, &room);
        left -= part - rest;
        pages_release(file, (size_t)(in - file->start));
        bool is_cut = errno == EINVAL && rest < left;
        if (result != (gsize)-1 || is_cut)
            continue;
        gsize skip = MIN(unit, left);
        in += skip;
        left -= skip;
        *to++ = (char)0xFF;
        room--;
    }
    return (size_t)(to - out);
}

static bool convert_source(OpenSource *source, GError **error)
{
    Source *public    = &source->public;
    const char *iconv = encodings[public->encoding].iconv;
    size_t unit       = public->encoding == ENCODING_WINDOWS_1252 ? 1 : 2;
    size_t room       = (public->bytes - source->prefix + unit) * 3;
    void *memory      = mmap(NULL, room, PROT_READ | PROT_WRITE,
                             MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (memory == MAP_FAILED)
        return fail(error, public->path);
    source->converted = (Pages){.start = memory, .size = room};
    GIConv converter  = g_iconv_open("UTF-8", iconv);
    g_assert(converter != (GIConv)-1);
    public->text     = memory;
    public->length   = convert(converter, &source->file, source->prefix, memory, unit);
    public->is_valid = memchr(memory, 0xFF, public->length) == NULL;
    g_iconv_close(converter);
    return true;
}

/* The length without the Ctrl-Z that old programs end a file with, and without the line
 * ends after it. */
static size_t end_of_text(const char *text, size_t length)
{
    size_t end = length;
    while (end > 0 && strchr("\x1A\r\n", text[end - 1]) != NULL &&
           text[end - 1] != '\0')
        end--;
    const char *mark = memchr(text + end, '\x1A', length - end);
    return mark != NULL ? (size_t)(mark - text) : length;
}

static bool decode(OpenSource *source, GError **error)
{
    Source *public = &source->public;
    if (has_mark(&source->file, public->encoding))
        source->prefix = encodings[public->encoding].mark_size;
    public->text   = source->file.start + source->prefix;
    public->length = public->bytes - source->prefix;
    if (public->encoding != ENCODING_UTF8 && !convert_source(source, error))
        return false;
    public->length = end_of_text(public->text, public->length);
    size_t length  = MIN(public->length, (size_t)LOOKED_AT);
    text_trimmed(public->text, &length);
    if (length == 0)
        return refuse(error, FINDING_file_empty, public->path);
    return true;
}

Source *source_open(const char *folder, const char *path, const SourceOptions *options,
                    GError **error)
{
    OpenSource *source     = g_new0(OpenSource, 1);
    g_autoptr(Source) held = &source->public;
    source->path           = g_strdup(path);
    source->public.path    = source->path;
    if (!map_path(source, folder, options, error))
        return NULL;
    int foreign = foreign_kind(&source->file);
    if (foreign != FINDING_COUNT) {
        refuse(error, (FindingCode)foreign, path);
        return NULL;
    }
    detect_encoding(source, options->encoding);
    if (!decode(source, error))
        return NULL;
    return g_steal_pointer(&held);
}

void source_free(Source *source)
{
    if (source == NULL)
        return;
    pages_free(&open_source(source)->file);
    pages_free(&open_source(source)->converted);
    g_free(open_source(source)->path);
    g_free(source);
}

/* Bytes that the character at `text` took in the file; 0 within a character. */
static size_t width_of(Encoding encoding, unsigned char lead)
{
    if ((lead & 0xC0) == 0x80)
        return 0;
    if (encoding == ENCODING_WINDOWS_1252)
        return 1;
    return lead >= 0xF0 && lead != 0xFF ? 4 : 2;
}

size_t source_offset(Source *source, size_t offset)
{
    OpenSource *open = open_source(source);
    if (source->encoding == ENCODING_UTF8)
        return open->prefix + offset;
    g_assert(offset >= open->cursor);
    for (; open->cursor < offset; open->cursor++)
        open->file_cursor +=
            width_of(source->encoding, (unsigned char)source->text[open->cursor]);
    return open->prefix + open->file_cursor;
}

void source_release(Source *source, size_t offset)
{
    OpenSource *open = open_source(source);
    bool is_file     = open->converted.start == NULL;
    Pages *pages     = is_file ? &open->file : &open->converted;
    size_t until     = offset + (is_file ? open->prefix : 0);
    if (!is_file)
        source_offset(source, offset);
    if (until > pages->released + STEP)
        pages_release(pages, until);
}
