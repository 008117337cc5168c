/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Staging folders: made, swept, published in both ways, and never in place of somebody
 * else's files. */
#include "run/folder.h"
#include "run/message.h"
#include "run/staging.h"
#include "sandbox.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <sysexits.h>
#include <unistd.h>

/* ---- calls that fail when asked to ---- */

/* How many calls of each still succeed; -1: all of them. These stand in the place of
 * the C library's own. */
static int good_fsyncs  = -1;
static int good_renames = -1;

static bool must_fail(int *good)
{
    if (*good == 0) {
        errno = EIO;
        return true;
    }
    if (*good > 0)
        (*good)--;
    return false;
}

int fsync(int file)
{
    return must_fail(&good_fsyncs) ? -1 : (int)syscall(SYS_fsync, file);
}

int renameat2(int from, const char *old, int to, const char *new, unsigned how)
{
    return must_fail(&good_renames)
               ? -1
               : (int)syscall(SYS_renameat2, from, old, to, new, how);
}

static Staging *stage(const Sandbox *sandbox, const char *content)
{
    g_autofree char *out  = sandbox_path(sandbox, "output");
    Staging *staging      = staging_new(out, NULL);
    g_autofree char *file = g_build_filename(staging->tree, "file", NULL);
    g_assert_true(g_file_set_contents(file, content, -1, NULL));
    return staging;
}

typedef bool (*Publish)(const Staging *staging, GError **error);

static void check_publish(Publish publish)
{
    static const char *const contents[] = {"first", "second"};
    g_auto(Sandbox) sandbox             = sandbox_new();
    for (size_t i = 0; i < G_N_ELEMENTS(contents); i++) {
        g_autoptr(Staging) staging = stage(&sandbox, contents[i]);
        g_autoptr(GError) error    = NULL;
        publish(staging, &error);
        g_assert_no_error(error);
        g_autofree char *content = sandbox_read(&sandbox, "output/file");
        g_assert_cmpstr(content, ==, contents[i]);
    }
    g_autoptr(GPtrArray) names = folder_names(sandbox.folder, NULL);
    g_assert_cmpuint(names->len, ==, 1);
}

static void test_publish(void)
{
    check_publish(staging_publish);
}

static void test_publish_by_renames(void)
{
    check_publish(staging_publish_by_renames);
}

/* A tree that cannot be put in place leaves the old one there. */
static void test_publish_fails(void)
{
    g_auto(Sandbox) sandbox = sandbox_new();
    sandbox_write(&sandbox, "output/file", "first");
    Publish ways[] = {staging_publish, staging_publish_by_renames};
    for (size_t i = 0; i < G_N_ELEMENTS(ways); i++) {
        g_autoptr(Staging) staging = stage(&sandbox, "second");
        g_autoptr(GError) error    = NULL;
        g_assert_true(folder_remove(staging->tree, NULL, NULL));
        g_assert_false(ways[i](staging, &error));
        g_assert_nonnull(error);
        g_autofree char *content = sandbox_read(&sandbox, "output/file");
        g_assert_cmpstr(content, ==, "first");
    }
}

/* How many syncs of folders come before the new tree stands in its place. */
enum { SYNCS_BEFORE = 2 };

/* The sync after the exchange fails: the old tree is put back, so that "unchanged" is
 * true; where nothing stood, nothing stands. */
static void check_sync_fails(Publish publish, int syncs_before, bool has_old)
{
    g_auto(Sandbox) sandbox = sandbox_new();
    if (has_old)
        sandbox_write(&sandbox, "output/file", "first");
    g_autoptr(Staging) staging = stage(&sandbox, "second");
    g_autoptr(GError) error    = NULL;
    good_fsyncs                = syncs_before;
    bool is_published          = publish(staging, &error);
    good_fsyncs                = -1;
    g_assert_false(is_published);
    g_assert_cmpint(failure_exit_code(error), ==, EX_IOERR);
    if (has_old) {
        g_autofree char *content = sandbox_read(&sandbox, "output/file");
        g_assert_cmpstr(content, ==, "first");
    } else {
        g_autofree char *out = sandbox_path(&sandbox, "output");
        g_assert_cmpint(access(out, F_OK), !=, 0);
    }
}

static void test_sync_fails(void)
{
    for (int has_old = 0; has_old < 2; has_old++) {
        check_sync_fails(staging_publish, SYNCS_BEFORE, has_old);
        check_sync_fails(staging_publish_by_renames, 0, has_old);
    }
}

/* Neither synced nor put back: the new tree stands there, and the exit code is one that
 * says so and no other. */
static void test_sync_and_return_fail(void)
{
    g_auto(Sandbox) sandbox = sandbox_new();
    sandbox_write(&sandbox, "output/file", "first");
    g_autoptr(Staging) staging = stage(&sandbox, "second");
    g_autoptr(GError) error    = NULL;
    good_fsyncs                = SYNCS_BEFORE;
    good_renames               = 1;
    bool is_published          = staging_publish(staging, &error);
    good_fsyncs = good_renames = -1;
    g_assert_false(is_published);
    g_assert_cmpint(failure_exit_code(error), ==, EX_OSERR);
    g_autofree char *content = sandbox_read(&sandbox, "output/file");
    g_assert_cmpstr(content, ==, "second");
}

static void test_may_replace(void)
{
    static const struct {
        const char *file; /* the one file in the output folder; NULL: none */
        bool may;
    } cases[] = {{NULL, true},
                 {"out/openbaar/manifest.json", true},
                 {"out/openbaar/other.txt", false},
                 {"out/intern/letter.txt", false},
                 {"out/letter.txt", false},
                 {"out", false}};
    for (size_t i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_auto(Sandbox) sandbox = sandbox_new();
        g_autofree char *out    = sandbox_path(&sandbox, "out");
        g_autoptr(GError) error = NULL;
        if (cases[i].file != NULL)
            sandbox_write(&sandbox, cases[i].file, "text");
        g_assert_cmpint(staging_may_replace(out, &error), ==, cases[i].may);
        if (!cases[i].may)
            g_assert_cmpint(failure_exit_code(error), ==, EX_CANTCREAT);
    }
}

static void test_may_replace_empty(void)
{
    g_auto(Sandbox) sandbox = sandbox_new();
    g_assert_true(staging_may_replace(sandbox.folder, NULL));
}

static void test_resolve(void)
{
    g_auto(Sandbox) sandbox  = sandbox_new();
    g_autofree char *unclean = g_strconcat(sandbox.folder, "/./new/", NULL);
    g_autofree char *path    = staging_resolve(unclean, NULL);
    g_autofree char *real    = staging_resolve(sandbox.folder, NULL);
    g_autofree char *wanted  = g_build_filename(real, "new", NULL);
    g_assert_cmpstr(path, ==, wanted);
    g_autofree char *deep   = sandbox_path(&sandbox, "absent/new");
    g_autoptr(GError) error = NULL;
    g_assert_null(staging_resolve(deep, &error));
    g_assert_cmpint(failure_exit_code(error), ==, EX_CANTCREAT);
}

/* A run's folder is not swept while the run lives, and is after. */
static void test_sweep_spares_the_living(void)
{
    g_auto(Sandbox) sandbox = sandbox_new();
    Staging *staging        = stage(&sandbox, "text");
    g_assert_true(staging_sweep(sandbox.folder, NULL));
    g_assert_cmpint(access(staging->tree, F_OK), ==, 0);
    /* As the kernel does when the run is killed. */
    close(staging->lock);
    staging->lock = 0;
    g_assert_true(staging_sweep(sandbox.folder, NULL));
    g_assert_cmpint(access(staging->folder, F_OK), !=, 0);
    staging_free(staging);
}

static void test_private_is_private(void)
{
    g_autoptr(Staging) staging = staging_new_private(NULL);
    struct stat state;
    g_assert_cmpint(stat(staging->folder, &state), ==, 0);
    g_assert_cmpuint(state.st_mode & 0777, ==, 0700);
    g_autofree char *folder = g_strdup(staging->folder);
    staging_free(g_steal_pointer(&staging));
    g_assert_cmpint(access(folder, F_OK), !=, 0);
}

/* A folder of which removal was cut off still bears its mark. */
static void test_mark_goes_last(void)
{
    g_auto(Sandbox) sandbox = sandbox_new();
    sandbox_write(&sandbox, "s/a", "");
    sandbox_write(&sandbox, "s/mark", "");
    sandbox_write(&sandbox, "s/z/deep/file", "");
    g_autofree char *folder = sandbox_path(&sandbox, "s");
    g_autofree char *link   = sandbox_path(&sandbox, "s/link");
    g_autofree char *kept   = sandbox_path(&sandbox, "kept");
    sandbox_write(&sandbox, "kept", "outside");
    g_assert_cmpint(symlink(kept, link), ==, 0);
    g_assert_true(folder_remove(folder, "mark", NULL));
    g_assert_false(sandbox_has(&sandbox, "s"));
    g_assert_true(sandbox_has(&sandbox, "kept"));
    g_assert_true(folder_remove(folder, "mark", NULL));
}

int main(int count, char **words)
{
    g_test_init(&count, &words, NULL);
    g_test_add_func("/staging/publish", test_publish);
    g_test_add_func("/staging/publish-by-renames", test_publish_by_renames);
    g_test_add_func("/staging/publish-fails", test_publish_fails);
    g_test_add_func("/staging/sync-fails", test_sync_fails);
    g_test_add_func("/staging/sync-and-return-fail", test_sync_and_return_fail);
    g_test_add_func("/staging/may-replace", test_may_replace);
    g_test_add_func("/staging/may-replace-empty", test_may_replace_empty);
    g_test_add_func("/staging/resolve", test_resolve);
    g_test_add_func("/staging/sweep", test_sweep_spares_the_living);
    g_test_add_func("/staging/private", test_private_is_private);
    g_test_add_func("/staging/mark-goes-last", test_mark_goes_last);
    return g_test_run();
}
