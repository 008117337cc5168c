/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One run at a time: between processes, not within one. */
#include "run/lock.h"
#include "run/message.h"
#include "sandbox.h"

#include <sys/wait.h>
#include <sysexits.h>
#include <unistd.h>

/* What a process of its own gets that asks for the lock: an exit code. */
static int ask_elsewhere(const char *folder)
{
    pid_t child = fork();
    if (child == 0) {
        GError *error = NULL;
        Locks *locks  = locks_take(&folder, 1, &error);
        _exit(locks != NULL ? EX_OK : failure_exit_code(error));
    }
    int status;
    g_assert_cmpint(waitpid(child, &status, 0), ==, child);
    return WEXITSTATUS(status);
}

static void test_between_processes(void)
{
    g_auto(Sandbox) sandbox = sandbox_new();
    const char *folder      = sandbox.folder;
    Locks *locks            = locks_take(&folder, 1, NULL);
    g_assert_nonnull(locks);
    g_assert_cmpint(ask_elsewhere(folder), ==, EX_TEMPFAIL);
    locks_free(locks);
    g_assert_cmpint(ask_elsewhere(folder), ==, EX_OK);
}

static void test_two_names_of_one_folder(void)
{
    g_auto(Sandbox) sandbox     = sandbox_new();
    g_autofree char *other      = g_strconcat(sandbox.folder, "/.", NULL);
    const char *const folders[] = {sandbox.folder, other};
    g_autoptr(Locks) locks      = locks_take(folders, 2, NULL);
    g_assert_nonnull(locks);
}

/* The first lock is given back when the second is refused. */
static void test_all_or_none(void)
{
    g_auto(Sandbox) sandbox     = sandbox_new();
    g_autofree char *absent     = sandbox_path(&sandbox, "absent");
    const char *const folders[] = {sandbox.folder, absent};
    g_autoptr(GError) error     = NULL;
    g_assert_null(locks_take(folders, 2, &error));
    g_assert_cmpint(failure_exit_code(error), ==, EX_NOINPUT);
    g_assert_cmpint(ask_elsewhere(sandbox.folder), ==, EX_OK);
}

int main(int count, char **words)
{
    g_test_init(&count, &words, NULL);
    g_test_add_func("/lock/between-processes", test_between_processes);
    g_test_add_func("/lock/two-names", test_two_names_of_one_folder);
    g_test_add_func("/lock/all-or-none", test_all_or_none);
    return g_test_run();
}
