/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Staging folders: made, swept, published in both ways, and never in place of somebody
 * else's files. */
#include "run/folder.h"
#include "run/message.h"
#include "run/staging.h"
#include "sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <sysexits.h>
#include <unistd.h>

/* ---- calls that fail when asked to ---- */

/* Calls since the last plan, and which of them fail: bit k is the k-th, from 0. These
 * functions stand in the place of the C library's own. */
typedef struct Plan {
    unsigned calls;
    unsigned failing;
} Plan;

static Plan fsyncs, renames, exchanges;

#define NTH(k) (1U << (k))
#define ALL_FROM(k) (~0U << (k))

static void plan(unsigned failing_fsyncs, unsigned failing_renames,
                 unsigned failing_exchanges)
{
    fsyncs    = (Plan){0, failing_fsyncs};
    renames   = (Plan){0, failing_renames};
    exchanges = (Plan){0, failing_exchanges};
}

static bool must_fail(Plan *plan)
{
    unsigned call = MIN(plan->calls, 31);
    plan->calls++;
    if ((plan->failing & NTH(call)) == 0)
        return false;
    errno = EIO;
    return true;
}

int fsync(int file)
{
    return must_fail(&fsyncs) ? -1 : (int)syscall(SYS_fsync, file);
}

int rename(const char *old, const char *new)
{
    return must_fail(&renames)
               ? -1
               : (int)syscall(SYS_renameat2, AT_FDCWD, old, AT_FDCWD, new, 0);
}

int renameat2(int from, const char *old, int to, const char *new, unsigned how)
{
    return must_fail(&exchanges) ? -1
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

typedef bool (*Publish)(Staging *staging, GError **error);

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

/* What a failure leaves. */
typedef struct Left {
    int exit_code;
    const char *out;   /* content of the output at once; NULL: it is not there */
    bool has_folder;   /* the staging folder outlives the run */
    const char *swept; /* content of the output after the next run's sweep */
} Left;

static void check_output(const Sandbox *sandbox, const char *content)
{
    g_autofree char *out = sandbox_path(sandbox, "output");
    if (content == NULL) {
        g_assert_cmpint(access(out, F_OK), !=, 0);
        return;
    }
    g_autofree char *found = sandbox_read(sandbox, "output/file");
    g_assert_cmpstr(found, ==, content);
}

/* A run over an output "first" (or none) that would publish "second" and fails. */
static void check_failure(Publish publish, bool has_old, const Plan failing[3],
                          const Left *left)
{
    g_auto(Sandbox) sandbox = sandbox_new();
    g_autoptr(GError) error = NULL;
    if (has_old)
        sandbox_write(&sandbox, "output/file", "first");
    Staging *staging        = stage(&sandbox, "second");
    g_autofree char *folder = g_strdup(staging->folder);
    plan(failing[0].failing, failing[1].failing, failing[2].failing);
    bool is_published = publish(staging, &error);
    plan(0, 0, 0);
    g_assert_false(is_published);
    g_assert_cmpint(failure_exit_code(error), ==, left->exit_code);
    check_output(&sandbox, left->out);
    staging_free(staging);
    g_assert_cmpint(access(folder, F_OK) == 0, ==, left->has_folder);
    check_output(&sandbox, left->out);
    g_assert_true(staging_sweep(sandbox.folder, NULL));
    check_output(&sandbox, left->swept);
    g_assert_cmpint(access(folder, F_OK), !=, 0);
}

/* staging_publish syncs two folders before the exchange; the renames sync none. */
enum { SYNC_AFTER_EXCHANGE = 2, SYNC_AFTER_RENAMES = 0 };

/* The sync after the new tree is there fails once: the old one is put back and that is
 * synced; where nothing stood, nothing stands. */
static void test_sync_fails(void)
{
    static const Plan exchange[3] = {{0, NTH(SYNC_AFTER_EXCHANGE)}};
    static const Plan two[3]      = {{0, NTH(SYNC_AFTER_RENAMES)}};
    static const Left old         = {EX_IOERR, "first", false, "first"};
    static const Left nothing     = {EX_IOERR, NULL, false, NULL};
    check_failure(staging_publish, true, exchange, &old);
    check_failure(staging_publish, false, exchange, &nothing);
    check_failure(staging_publish_by_renames, true, two, &old);
    check_failure(staging_publish_by_renames, false, two, &nothing);
}

/* Nor can it be synced that the old tree is back: a power cut may still find the new
 * one at that place, so neither may be removed by this run. */
static void test_sync_keeps_failing(void)
{
    static const Plan exchange[3] = {{0, ALL_FROM(SYNC_AFTER_EXCHANGE)}};
    static const Plan two[3]      = {{0, ALL_FROM(SYNC_AFTER_RENAMES)}};
    static const Left old         = {EX_IOERR, "first", true, "first"};
    check_failure(staging_publish, true, exchange, &old);
    check_failure(staging_publish_by_renames, true, two, &old);
}

/* Neither synced nor put back: the new tree stands there, and the exit code is one that
 * says so and no other. By renames: out to old, tree to out, out to tree, and then old
 * to out fails, so that the new tree returns. */
static void test_sync_and_return_fail(void)
{
    static const Plan exchange[3] = {
        {0, NTH(SYNC_AFTER_EXCHANGE)}, {0, 0}, {0, NTH(1)}};
    static const Plan stays[3]   = {{0, NTH(SYNC_AFTER_RENAMES)}, {0, NTH(2)}};
    static const Plan returns[3] = {{0, NTH(SYNC_AFTER_RENAMES)}, {0, NTH(3)}};
    static const Left new        = {EX_OSERR, "second", true, "second"};
    check_failure(staging_publish, true, exchange, &new);
    check_failure(staging_publish_by_renames, true, stays, &new);
    check_failure(staging_publish_by_renames, true, returns, &new);
}

/* The old tree was moved aside and can go nowhere: it is not removed, and the next run
 * puts it back. Once when the new tree cannot take its place, once on the way back. */
static void test_old_tree_is_never_lost(void)
{
    static const Plan at_once[3] = {{0, 0}, {0, ALL_FROM(1)}};
    static const Plan later[3]   = {{0, NTH(SYNC_AFTER_RENAMES)}, {0, ALL_FROM(3)}};
    static const Left aside      = {EX_IOERR, NULL, true, "first"};
    check_failure(staging_publish_by_renames, true, at_once, &aside);
    check_failure(staging_publish_by_renames, true, later, &aside);
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
    g_test_add_func("/staging/sync-keeps-failing", test_sync_keeps_failing);
    g_test_add_func("/staging/sync-and-return-fail", test_sync_and_return_fail);
    g_test_add_func("/staging/old-tree-is-never-lost", test_old_tree_is_never_lost);
    g_test_add_func("/staging/may-replace", test_may_replace);
    g_test_add_func("/staging/may-replace-empty", test_may_replace_empty);
    g_test_add_func("/staging/resolve", test_resolve);
    g_test_add_func("/staging/sweep", test_sweep_spares_the_living);
    g_test_add_func("/staging/private", test_private_is_private);
    g_test_add_func("/staging/mark-goes-last", test_mark_goes_last);
    return g_test_run();
}
