/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signals, held back and waited for. What was held and what came are the process's own
 * state, as its signal mask is. */
#include "run/interrupt.h"

#include <stddef.h>
#include <time.h>

static sigset_t held;
static sigset_t before;
static int stopped_by;

static const int stops[] = {SIGINT, SIGTERM, SIGHUP};

void interrupt_hold(void)
{
    sigemptyset(&held);
    sigaddset(&held, SIGCHLD);
    /* A caller that ignores SIGCHLD would have our children's exit codes thrown away.
     */
    signal(SIGCHLD, SIG_DFL);
    /* A file that may not grow is a write error like a full disk, in stages too. */
    signal(SIGXFSZ, SIG_IGN);
    for (size_t i = 0; i < sizeof stops / sizeof *stops; i++) {
        struct sigaction action;
        if (sigaction(stops[i], NULL, &action) == 0 && action.sa_handler != SIG_IGN)
            sigaddset(&held, stops[i]);
    }
    sigprocmask(SIG_BLOCK, &held, &before);
}

static void note(int number)
{
    if (number > 0 && number != SIGCHLD)
        stopped_by = number;
}

bool interrupt_wait(void)
{
    int number = sigwaitinfo(&held, NULL);
    note(number);
    return number > 0 && number != SIGCHLD;
}

bool interrupt_seen(void)
{
    const struct timespec now = {0};
    int number;
    while (stopped_by == 0 && (number = sigtimedwait(&held, NULL, &now)) > 0)
        note(number);
    return stopped_by != 0;
}

void interrupt_release(void)
{
    sigprocmask(SIG_SETMASK, &before, NULL);
}

void interrupt_end(void)
{
    if (stopped_by == 0)
        return;
    signal(stopped_by, SIG_DFL);
    interrupt_release();
    raise(stopped_by);
}
