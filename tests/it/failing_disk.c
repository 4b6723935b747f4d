/* A disk that fails, for tests: loaded before the C library, it refuses to write to or to sync the store's files while
 * the file that TANSIQ_DISK_FAILS names exists. That file says what fails ("write" or "sync") and with which errno. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int fails(int file, const char *operation) {
    const char *control = getenv("TANSIQ_DISK_FAILS");
    char link[64], path[4096], wanted[16];
    int number = 0;
    if (!control || access(control, F_OK) != 0) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    if (!strstr(path, "/tansiq.db")) return 0;
    FILE *said = fopen(control, "r");
    if (!said) return 0;
    int read = fscanf(said, "%15s %d", wanted, &number);
    fclose(said);
    if (read != 2 || strcmp(wanted, operation) != 0) return 0;
    errno = number;
    return 1;
}

#define REAL(name) ((__typeof__(name) *)dlsym(RTLD_NEXT, #name))

ssize_t write(int file, const void *bytes, size_t count) {
    return fails(file, "write") ? -1 : REAL(write)(file, bytes, count);
}
ssize_t pwrite(int file, const void *bytes, size_t count, off_t at) {
    return fails(file, "write") ? -1 : REAL(pwrite)(file, bytes, count, at);
}
ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t at) {
    return fails(file, "write") ? -1 : REAL(pwrite64)(file, bytes, count, at);
}
int fsync(int file) { return fails(file, "sync") ? -1 : REAL(fsync)(file); }
int fdatasync(int file) { return fails(file, "sync") ? -1 : REAL(fdatasync)(file); }
