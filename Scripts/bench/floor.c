// The least that a build of the benchmark's articles can cost: reads every source, parses its text and its four answers with
// libcmark-gfm, renders them, and writes as many files of as many bytes as Martlet does. No front matter is understood, no link
// resolved, no template filled in: a page is its own HTML, repeated or cut off to the size that it has to have.
//
// Usage: floor SOURCES OUTPUTS JOBS
// SOURCES has a path a line; OUTPUTS has a size, a space and a path a line. JOBS processes share both.
#define _GNU_SOURCE
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { flags = CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES };

static void fail(const char *what) { perror(what), exit(1); }

static char *slurp(const char *path, size_t *length) {
    struct stat status;
    int file = open(path, O_RDONLY);
    if (file < 0 || fstat(file, &status) != 0) fail(path);
    char *bytes = malloc(status.st_size + 1);
    for (*length = 0; *length < (size_t)status.st_size;) {
        ssize_t got = read(file, bytes + *length, status.st_size - *length);
        if (got <= 0) fail(path);
        *length += got;
    }
    close(file);
    bytes[*length] = 0;
    return bytes;
}

/// The lines of a file; their number in `count`.
static char **lines(const char *path, size_t *count) {
    size_t length, room = 1024;
    char *bytes = slurp(path, &length), **list = malloc(room * sizeof *list);
    *count = 0;
    for (char *line = strtok(bytes, "\n"); line; line = strtok(NULL, "\n")) {
        if (*count == room) list = realloc(list, (room *= 2) * sizeof *list);
        list[(*count)++] = line;
    }
    return list;
}

struct page { char *bytes; size_t length, room; };

static void render(const char *text, size_t length, struct page *page) {
    static const char *const names[] = {"table", "strikethrough", "autolink", "tasklist"};
    cmark_parser *parser = cmark_parser_new(flags);
    for (int i = 0; i < 4; i++) cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(names[i]));
    cmark_parser_feed(parser, text, length);
    cmark_node *root = cmark_parser_finish(parser);
    char *html = cmark_render_html(root, flags, cmark_parser_get_syntax_extensions(parser));
    size_t size = strlen(html);
    if (page->length + size > page->room) page->bytes = realloc(page->bytes, page->room = 2 * (page->length + size));
    memcpy(page->bytes + page->length, html, size);
    page->length += size;
    free(html), cmark_node_free(root), cmark_parser_free(parser);
}

/// The text behind the front matter, and what stands behind `answer: ` in it.
static void renderArticle(const char *path, struct page *page) {
    static const char key[] = "    answer: ";
    size_t length;
    char *bytes = slurp(path, &length), *body = strstr(bytes, "\n---\n");
    if (!body) fail(path);
    page->length = 0;
    render(body + 5, bytes + length - (body + 5), page);
    for (char *line = bytes; line && line < body; line = memchr(line, '\n', body - line), line += line != NULL)
        if (strncmp(line, key, sizeof key - 1) == 0) {
            const char *answer = line + sizeof key - 1;
            render(answer, strchrnul(answer, '\n') - answer, page);
        }
    free(bytes);
}

static void makeFolders(char *path) {
    for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = 0, mkdir(path, 0777), *slash = '/';
    }
}

static void writeFile(char *entry, const struct page *page) {
    size_t size = strtoul(entry, &entry, 10);
    char *path = entry + 1;
    int file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
    if (file < 0) makeFolders(path), file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
    if (file < 0) fail(path);
    char *bytes = malloc(size + 1);
    for (size_t done = 0, part; done < size; done += part) {
        part = size - done < page->length ? size - done : page->length;
        memcpy(bytes + done, page->bytes, part);
    }
    if (write(file, bytes, size) != (ssize_t)size || close(file) != 0) fail(path);
    free(bytes);
}

int main(int count, char **arguments) {
    if (count != 4) return 64;
    size_t sources, outputs;
    char **source = lines(arguments[1], &sources), **output = lines(arguments[2], &outputs);
    int jobs = atoi(arguments[3]), job = jobs - 1, failed = 0;
    // The last share is this process's own.
    for (int other = 0; other < jobs - 1; other++) {
        pid_t child = fork();
        if (child < 0) fail("fork");
        if (child == 0) {
            job = other;
            break;
        }
    }
    struct page page = {0};
    cmark_gfm_core_extensions_ensure_registered();
    for (size_t i = job; i < sources || i < outputs; i += jobs) {
        if (i < sources) renderArticle(source[i], &page);
        if (i < outputs) writeFile(output[i], &page);
    }
    for (int status; job == jobs - 1 && wait(&status) > 0;) failed |= status != 0;
    return failed;
}
