/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <signal.h>
#include <stdbool.h>

/* Ctrl-C, kill and a closed terminal end a run in an orderly way: the signals are held
 * back from the start and looked at where the run can stop. There is no handler, so no
 * moment in which one could come at the wrong time. */

/* Holds back SIGINT, SIGTERM and SIGHUP (those that are not ignored already) and
 * SIGCHLD; SIGXFSZ becomes a write error. To be called once, before any child is
 * started. */
void interrupt_hold(void);

/* Waits for one of them; true when it asks to stop, false when a child changed. */
bool interrupt_wait(void);

/* Whether a stop was asked for, now or before. Does not wait. */
bool interrupt_seen(void);

/* In a child, before exec: gives the signals back as they were. */
void interrupt_release(void);

/* Ends the program by the signal that asked for it, so that a shell sees it; returns
 * when there was none. */
void interrupt_end(void);
