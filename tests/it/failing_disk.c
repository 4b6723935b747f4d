/* A disk that fails, for tests: loaded before the C library, it refuses to write to or to sync the store's database, or
 * the files below TANSIQ_DISK_FAILS_BELOW, while the file that TANSIQ_DISK_FAILS names exists. That file says what fails
 * ("write" or "sync"), with which errno, and after how many bytes. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static long written = 0;

static int fails(int file, const char *operation, size_t count) {
    const char *control = getenv("TANSIQ_DISK_FAILS");
    char link[64], path[4096], wanted[16];
    const char *below = getenv("TANSIQ_DISK_FAILS_BELOW");
    int number = 0;
    long room = 0;
    if (!control || access(control, F_OK) != 0) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    if (!strstr(path, below ? below : "/tansiq.db")) return 0;
    FILE *said = fopen(control, "r");
    if (!said) return 0;
    int read = fscanf(said, "%15s %d %ld", wanted, &number, &room);
    fclose(said);
    if (read < 2 || strcmp(wanted, operation) != 0) return 0;
    written += count;
    if (room > 0 && written <= room) return 0;
    errno = number;
    return 1;
}

#define REAL(name) ((__typeof__(name) *)dlsym(RTLD_NEXT, #name))

ssize_t write(int file, const void *bytes, size_t count) {
    return fails(file, "write", count) ? -1 : REAL(write)(file, bytes, count);
}
ssize_t pwrite(int file, const void *bytes, size_t count, off_t at) {
    return fails(file, "write", count) ? -1 : REAL(pwrite)(file, bytes, count, at);
}
ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t at) {
    return fails(file, "write", count) ? -1 : REAL(pwrite64)(file, bytes, count, at);
}
int fsync(int file) { return fails(file, "sync", 0) ? -1 : REAL(fsync)(file); }
int fdatasync(int file) { return fails(file, "sync", 0) ? -1 : REAL(fdatasync)(file); }
