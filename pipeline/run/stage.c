/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Child processes. What a child prints goes into a file in memory, so that messages of
 * stages that run side by side are never mixed and come in the same order every time. A
 * child dies with its driver: no orphan goes on writing. */
#include "run/stage.h"

#include "run/interrupt.h"
#include "run/message.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <sysexits.h>
#include <unistd.h>

typedef enum ChildState { CHILD_WAITING, CHILD_RUNNING, CHILD_DONE } ChildState;

typedef struct Child {
    const Stage *stage;
    ChildState state;
    pid_t process;
    int status; /* as waitpid gives it */
    int out;    /* files in memory */
    int err;
} Child;

/* The program beside our own executable. */
static char *find_program(const char *name, GError **error)
{
    g_autofree char *own = g_file_read_link("/proc/self/exe", error);
    if (own == NULL)
        return NULL;
    g_autofree char *folder = g_path_get_dirname(own);
    g_autofree char *path   = g_build_filename(folder, name, NULL);
    if (access(path, X_OK) != 0) {
        fail_with(error, EX_SOFTWARE, MESSAGE_stage_missing, path, NULL);
        return NULL;
    }
    return g_steal_pointer(&path);
}

static GPtrArray *make_vector(const Stage *stage)
{
    GPtrArray *vector = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(vector, g_strdup(stage->program));
    for (size_t i = 0; stage->arguments[i] != NULL; i++)
        g_ptr_array_add(vector, g_strdup(stage->arguments[i]));
    g_ptr_array_add(vector, NULL);
    return vector;
}

G_GNUC_NORETURN static void run_child(const Child *child, const char *path,
                                      char *const *vector, pid_t parent)
{
    interrupt_release();
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        _exit(EX_SOFTWARE);
    if (dup2(child->out, STDOUT_FILENO) >= 0 && dup2(child->err, STDERR_FILENO) >= 0)
        execv(path, vector);
    _exit(EX_SOFTWARE);
}

static bool child_start(Child *child, GError **error)
{
    g_autofree char *path = find_program(child->stage->program, error);
    if (path == NULL)
        return false;
    child->out = memfd_create("stdout", MFD_CLOEXEC);
    child->err = memfd_create("stderr", MFD_CLOEXEC);
    if (child->out < 0 || child->err < 0)
        return fail_errno(error, EX_SOFTWARE, MESSAGE_cannot_create, "memfd");
    g_autoptr(GPtrArray) vector = make_vector(child->stage);
    pid_t parent                = getpid();
    child->process              = fork();
    if (child->process < 0)
        return fail_errno(error, EX_SOFTWARE, MESSAGE_cannot_create, path);
    if (child->process == 0)
        run_child(child, path, (char *const *)vector->pdata, parent);
    child->state = CHILD_RUNNING;
    return true;
}

/* Reads a file in memory from its start and closes it. */
static GString *take_text(int *file)
{
    GString *text = g_string_new(NULL);
    char buffer[4096];
    ssize_t length;
    off_t offset = 0;
    while (*file >= 0 && (length = pread(*file, buffer, sizeof buffer, offset)) > 0) {
        g_string_append_len(text, buffer, length);
        offset += length;
    }
    if (*file >= 0)
        close(*file);
    *file = -1;
    return text;
}

static int exit_code_of(const Child *child)
{
    return WIFEXITED(child->status) ? WEXITSTATUS(child->status) : EX_SOFTWARE;
}

static bool has_failed(const Child *child)
{
    return child->state == CHILD_DONE && child->status != 0;
}

/* Notes which children have ended. */
static void children_reap(Child *children, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (children[i].state == CHILD_RUNNING &&
            waitpid(children[i].process, &children[i].status, WNOHANG) ==
                children[i].process)
            children[i].state = CHILD_DONE;
}

static size_t count_running(const Child *children, size_t n)
{
    size_t running = 0;
    for (size_t i = 0; i < n; i++)
        running += children[i].state == CHILD_RUNNING;
    return running;
}

static void children_stop(Child *children, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (children[i].state == CHILD_RUNNING) {
            kill(children[i].process, SIGKILL);
            waitpid(children[i].process, &children[i].status, 0);
            children[i].state = CHILD_DONE;
        }
}

static bool children_wait(Child *children, size_t n)
{
    bool is_stopped = interrupt_wait();
    children_reap(children, n);
    return !is_stopped;
}

static bool any_failed(const Child *children, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (has_failed(&children[i]))
            return true;
    return false;
}

/* Starts and waits until all are done or one has failed. False when stopped. */
static bool children_run(const StageRun *run, Child *children, size_t n, GError **error)
{
    for (size_t i = 0; i < n && !any_failed(children, n); i++) {
        while (count_running(children, i) >= run->side_by_side)
            if (!children_wait(children, n))
                return false;
        if (any_failed(children, n))
            break;
        progress_step(run->progress, children[i].stage->label);
        if (!child_start(&children[i], error))
            return false;
    }
    while (count_running(children, n) > 0)
        if (!children_wait(children, n))
            return false;
    return true;
}

static bool tell(const Child *child, GError **error)
{
    if (!has_failed(child))
        return true;
    if (WIFSIGNALED(child->status)) {
        g_autofree char *number = g_strdup_printf("%d", WTERMSIG(child->status));
        return fail_with(error, EX_SOFTWARE, MESSAGE_stage_killed,
                         child->stage->program, number, NULL);
    }
    g_autofree char *code = g_strdup_printf("%d", exit_code_of(child));
    return fail_with(error, exit_code_of(child), MESSAGE_stage_failed,
                     child->stage->label, code, NULL);
}

/* Passes on what the children said, in order, and gives the first failure. */
static bool children_end(const StageRun *run, Child *children, size_t n, GError **error)
{
    progress_hide(run->progress);
    bool is_good = *error == NULL;
    for (size_t i = 0; i < n; i++) {
        g_autoptr(GString) out = take_text(&children[i].out);
        g_autoptr(GString) err = take_text(&children[i].err);
        terminal_lines(stderr, out->str);
        terminal_lines(stderr, err->str);
        if (is_good)
            is_good = tell(&children[i], error);
    }
    return is_good;
}

bool stages_run(const StageRun *run, const Stage *stages, size_t n_stages,
                GError **error)
{
    g_autofree Child *children = g_new0(Child, n_stages);
    GError *failure            = NULL;
    for (size_t i = 0; i < n_stages; i++)
        children[i] = (Child){.stage = &stages[i], .out = -1, .err = -1};
    children_run(run, children, n_stages, &failure);
    children_stop(children, n_stages);
    if (interrupt_seen()) {
        g_clear_error(&failure);
        fail_with(&failure, EX_OK, MESSAGE_interrupted, NULL);
    }
    bool is_good = children_end(run, children, n_stages, &failure);
    if (failure != NULL)
        g_propagate_error(error, failure);
    return is_good;
}

int stage_capture(const Stage *stage, GString **out, GString **err, GError **error)
{
    Child child      = {.stage = stage, .out = -1, .err = -1};
    bool has_started = child_start(&child, error);
    while (child.state == CHILD_RUNNING)
        if (!children_wait(&child, 1))
            children_stop(&child, 1);
    *out = take_text(&child.out);
    *err = take_text(&child.err);
    return has_started ? exit_code_of(&child) : -1;
}

bool stage_become(const Stage *stage, GError **error)
{
    g_autofree char *path = find_program(stage->program, error);
    if (path == NULL)
        return false;
    g_autoptr(GPtrArray) vector = make_vector(stage);
    interrupt_release();
    execv(path, (char *const *)vector->pdata);
    return fail_errno(error, EX_SOFTWARE, MESSAGE_stage_missing, path);
}
