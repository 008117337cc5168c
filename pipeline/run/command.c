/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The command line, read with GOption. Its own help is not used: it converts to the C
 * locale's character set and would lose every accent. */
#include "run/command.h"

#include "run/interrupt.h"
#include "run/message.h"
#include "run/terminal.h"

#include <stdio.h>
#include <string.h>
#include <sysexits.h>

enum { JOBS_LIMIT = 256 };

static const Command *const commands[] = {
#define COMMAND(name) &command_##name,
#include "run/commands.def"
};

/* One row of options.def. */
typedef struct Option {
    const char *name;
    unsigned set;
    char letter;
    GOptionArg type;
    const char *argument;
    Text words;
    size_t offset; /* of its field in CommandLine */
} Option;

static const Option options[] = {
#define OPTION_NAMED(field, name, set, letter, type, argument, en, nl)                 \
    {name,                                                                             \
     OPTION_SET_##set,                                                                 \
     letter,                                                                           \
     G_OPTION_ARG_##type,                                                              \
     argument,                                                                         \
     {en, nl},                                                                         \
     G_STRUCT_OFFSET(CommandLine, field)},
#define OPTION(field, set, letter, type, argument, en, nl)                             \
    OPTION_NAMED(field, #field, set, letter, type, argument, en, nl)
#include "run/options.def"
};

/* ---- help ---- */

static void print_options(unsigned set)
{
    for (size_t i = 0; i < G_N_ELEMENTS(options); i++) {
        const Option *option = &options[i];
        char letter[]        = {'-', option->letter, ',', ' ', '\0'};
        if ((option->set & set) == 0)
            continue;
        g_autofree char *name =
            g_strconcat("--", option->name, option->argument != NULL ? " " : "",
                        option->argument, NULL);
        printf("  %4s%-18s %s\n", option->letter != '\0' ? letter : "", name,
               text_in(option->words, terminal_language()));
    }
}

static void print_commands(void)
{
    Language language = terminal_language();
    for (size_t i = 0; i < G_N_ELEMENTS(commands); i++) {
        g_autofree char *call = g_strconcat(
            commands[i]->name, " ", text_in(commands[i]->argument, language), NULL);
        printf("  %-24s %s\n", call, text_in(commands[i]->summary, language));
    }
}

static void print_words(MessageId id)
{
    g_autofree char *text = message(id, NULL);
    terminal_lines(stdout, text);
}

static void print_help(void)
{
    print_words(MESSAGE_help_examples);
    print_words(MESSAGE_help_commands);
    print_commands();
    print_words(MESSAGE_help_more);
}

static void print_command_help(const Command *command)
{
    Language language = terminal_language();
    printf("alliantiemonitor %s %s\n  %s\n\n", command->name,
           text_in(command->argument, language), text_in(command->summary, language));
    print_options(command->options | OPTION_SET_HELP);
}

/* ---- bad calls ---- */

static int refuse(const char *text, const char *suggestion, const char *command)
{
    g_autofree char *more =
        suggestion != NULL ? message(MESSAGE_did_you_mean, suggestion, NULL) : NULL;
    g_autofree char *line = g_strconcat(text, more, NULL);
    g_autofree char *call =
        g_strconcat("alliantiemonitor", command != NULL ? " " : "", command, NULL);
    g_autofree char *help = message(MESSAGE_see_help, call, NULL);
    terminal_error(line);
    terminal_line(stderr, help);
    return EX_USAGE;
}

static int refuse_command(const char *name)
{
    const char *names[G_N_ELEMENTS(commands)];
    for (size_t i = 0; i < G_N_ELEMENTS(commands); i++)
        names[i] = commands[i]->name;
    g_autofree char *text = message(MESSAGE_unknown_command, name, NULL);
    return refuse(text, text_nearest(name, names, G_N_ELEMENTS(names)), NULL);
}

/* GOption tells the option that it does not know in its message only. */
static int refuse_option(const Command *command, const GError *error)
{
    const char *given = strrchr(error->message, ' ');
    if (!g_error_matches(error, G_OPTION_ERROR, G_OPTION_ERROR_UNKNOWN_OPTION) ||
        given == NULL) {
        g_autofree char *text = message(MESSAGE_bad_option, error->message, NULL);
        return refuse(text, NULL, command->name);
    }
    const char *names[G_N_ELEMENTS(options)];
    size_t n = 0;
    given++;
    for (size_t i = 0; i < G_N_ELEMENTS(options); i++)
        if ((options[i].set & (command->options | OPTION_SET_HELP)) != 0)
            names[n++] = options[i].name;
    const char *near =
        g_str_has_prefix(given, "--") ? text_nearest(given + 2, names, n) : NULL;
    g_autofree char *option = near != NULL ? g_strconcat("--", near, NULL) : NULL;
    g_autofree char *text = message(MESSAGE_unknown_option, command->name, given, NULL);
    return refuse(text, option, command->name);
}

static bool is_year(const char *text)
{
    return strlen(text) == 4 && strspn(text, "0123456789") == 4;
}

/* The first value that makes no sense, as a message; NULL when all do. */
static char *find_fault(const CommandLine *line)
{
    g_autofree char *jobs = g_strdup_printf("%d", line->jobs);
    if (line->lang != NULL && strcmp(line->lang, "nl") != 0 &&
        strcmp(line->lang, "en") != 0)
        return message(MESSAGE_bad_language, line->lang, NULL);
    if (line->jobs < 0 || line->jobs > JOBS_LIMIT)
        return message(MESSAGE_bad_jobs, jobs, NULL);
    for (size_t i = 0; line->year != NULL && line->year[i] != NULL; i++)
        if (!is_year(line->year[i]))
            return message(MESSAGE_bad_year, line->year[i], NULL);
    return NULL;
}

/* ---- a command ---- */

/* GOption's rows for the options of that set, the values to be put in `line`. */
static GOptionEntry *make_entries(unsigned set, CommandLine *line)
{
    GOptionEntry *entries = g_new0(GOptionEntry, G_N_ELEMENTS(options) + 1);
    size_t n              = 0;
    for (size_t i = 0; i < G_N_ELEMENTS(options); i++) {
        const Option *option = &options[i];
        if ((option->set & set) == 0)
            continue;
        entries[n++] = (GOptionEntry){.long_name  = option->name,
                                      .short_name = option->letter,
                                      .arg        = option->type,
                                      .arg_data   = (char *)line + option->offset};
    }
    return entries;
}

static bool parse(unsigned set, CommandLine *line, char ***words, GError **error)
{
    g_autoptr(GOptionContext) context = g_option_context_new(NULL);
    g_autofree GOptionEntry *entries  = make_entries(set, line);
    g_option_context_set_help_enabled(context, FALSE);
    g_option_context_add_main_entries(context, entries, NULL);
    return g_option_context_parse_strv(context, words, error);
}

/* The words that are left: the program, the command and its one argument; `--` may
 * stand before it. */
static char *take_argument(char **words)
{
    size_t n = g_strv_length(words);
    if (n == 3 && strcmp(words[1], "--") == 0)
        return g_strdup(words[2]);
    return n == 2 && strcmp(words[1], "--") != 0 ? g_strdup(words[1]) : NULL;
}

static int perform(const Command *command, CommandLine *line, char ***words)
{
    g_autoptr(GError) error = NULL;
    if (!parse(command->options | OPTION_SET_HELP, line, words, &error))
        return refuse_option(command, error);
    if (line->help) {
        print_command_help(command);
        return EX_OK;
    }
    g_autofree char *fault = find_fault(line);
    if (fault != NULL)
        return refuse(fault, NULL, command->name);
    line->argument = take_argument(*words);
    if (line->argument != NULL)
        return command->perform(line);
    g_autofree char *text =
        message(MESSAGE_argument_count, command->name,
                text_in(command->argument, terminal_language()), NULL);
    return refuse(text, NULL, command->name);
}

static int perform_none(char ***words)
{
    g_autoptr(GError) error = NULL;
    CommandLine line        = {0};
    const Command none = {.name = "alliantiemonitor", .options = OPTION_SET_VERSION};
    if (!parse(OPTION_SET_HELP | OPTION_SET_VERSION, &line, words, &error))
        return refuse_option(&none, error);
    if (line.version)
        puts("alliantiemonitor " MONITOR_VERSION);
    else
        print_help();
    return EX_OK;
}

static const Command *find_command(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(commands); i++)
        if (strcmp(commands[i]->name, name) == 0)
            return commands[i];
    return NULL;
}

/* The words after the command, as GOption wants them: the program first. */
static char **words_from(int count, char **words, int first)
{
    GStrvBuilder *builder = g_strv_builder_new();
    g_strv_builder_add(builder, words[0]);
    for (int i = first; i < count; i++)
        g_strv_builder_add(builder, words[i]);
    char **result = g_strv_builder_end(builder);
    g_strv_builder_unref(builder);
    return result;
}

static int dispatch(int count, char **words)
{
    bool has_command       = count > 1 && words[1][0] != '-';
    g_auto(GStrv) rest     = words_from(count, words, has_command ? 2 : 1);
    const char *name       = has_command ? words[1] : NULL;
    CommandLine line       = {0};
    const Command *command = has_command ? find_command(name) : NULL;
    if (!has_command)
        return perform_none(&rest);
    if (command == NULL)
        return refuse_command(name);
    int exit_code = perform(command, &line, &rest);
    g_free(line.argument);
    g_free(line.output);
    g_strfreev(line.year);
    g_free(line.lang);
    g_free(line.register_folder);
    return exit_code;
}

int command_main(int count, char **words)
{
    interrupt_hold();
    int exit_code = dispatch(count, words);
    if (!terminal_finish() && exit_code == EX_OK)
        exit_code = EX_IOERR;
    interrupt_end();
    return exit_code;
}

size_t command_jobs(const CommandLine *line)
{
    return line->jobs > 0 ? (size_t)line->jobs : g_get_num_processors();
}

int command_fail(const GError *error)
{
    terminal_error(error->message);
    return failure_exit_code(error);
}
