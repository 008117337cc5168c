/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first pictures of a program, drawn by threads that start at once, are the same
 * bytes. What goes wrong does so only before the fonts are first used, so each round is
 * a process of its own. */
#include "reports/canvas/canvas.h"
#include "reports/canvas/write.h"

#include <pthread.h>
#include <sys/wait.h>
#include <unistd.h>

enum { THREADS = 4, ROUNDS = 300 };

static pthread_barrier_t start;

/* Two weights at several sizes, as a chart has them. */
static void *draw(void *unused)
{
    (void)unused;
    pthread_barrier_wait(&start);
    g_autoptr(Canvas) canvas = canvas_new(&(CanvasPage){.id       = "proef",
                                                        .title    = "Proef",
                                                        .language = "nl",
                                                        .date     = "2023-12-31",
                                                        .width    = 300,
                                                        .height   = 200});
    for (int i = 0; i < 6; i++)
        canvas_text(canvas, (Point){10, 20.0 * (i + 1)}, "Meedoen",
                    (TextStyle){.size = 9 + i, .bold = i % 2 == 0});
    return canvas_pdf(canvas, NULL);
}

/* Whether all threads of this process gave the same file. */
static bool is_same(void)
{
    pthread_t threads[THREADS];
    GBytes *files[THREADS];
    bool is_equal = true;
    pthread_barrier_init(&start, NULL, THREADS);
    for (size_t t = 0; t < THREADS; t++)
        pthread_create(&threads[t], NULL, draw, NULL);
    for (size_t t = 0; t < THREADS; t++)
        pthread_join(threads[t], (void **)&files[t]);
    for (size_t t = 0; t < THREADS; t++)
        is_equal &= files[t] != NULL && g_bytes_equal(files[t], files[0]);
    return is_equal;
}

static void test_first_pictures(void)
{
    for (int round = 0; round < ROUNDS; round++) {
        int status  = 0;
        pid_t child = fork();
        g_assert_cmpint(child, >=, 0);
        if (child == 0)
            _exit(is_same() ? 0 : 1);
        g_assert_cmpint(waitpid(child, &status, 0), ==, child);
        g_assert_cmpint(status, ==, 0);
    }
}

int main(int count, char **words)
{
    g_test_init(&count, &words, NULL);
    g_test_add_func("/canvas-threads/first-pictures", test_first_pictures);
    return g_test_run();
}
