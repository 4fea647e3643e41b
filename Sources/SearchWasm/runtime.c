// What Embedded Swift asks of C where there is none: memory, and the few functions of string.h.
//
// The allocator keeps free blocks by power of two. Each block has its class in the 16 bytes before it, so any alignment up to 16 holds;
// memory is never given back to the browser, and a query's blocks serve the next one.

#include <stddef.h>
#include <stdint.h>

extern unsigned char __heap_base;

typedef union block {
    struct { union block *next; uint32_t class; } head;
    unsigned char room[16];
} block;

static block *free_blocks[32];
static uintptr_t top;

static uintptr_t grow(size_t size) {
    if (!top) top = ((uintptr_t)&__heap_base + 15) & ~(uintptr_t)15;
    uintptr_t end = top + size;
    if (end < top) __builtin_trap();
    uintptr_t pages = (end + 65535) / 65536;
    uintptr_t present = __builtin_wasm_memory_size(0);
    if (pages > present && __builtin_wasm_memory_grow(0, pages - present) == (size_t)-1) __builtin_trap();
    uintptr_t start = top;
    top = end;
    return start;
}

void *malloc(size_t size) {
    if (size > ((size_t)1 << 30)) __builtin_trap();
    uint32_t class = 5;
    while (((size_t)1 << class) < size + sizeof(block)) class += 1;
    block *found = free_blocks[class];
    if (found) {
        free_blocks[class] = found->head.next;
    } else {
        found = (block *)grow((size_t)1 << class);
    }
    found->head.class = class;
    return found + 1;
}

void free(void *pointer) {
    if (!pointer) return;
    block *freed = (block *)pointer - 1;
    freed->head.next = free_blocks[freed->head.class];
    free_blocks[freed->head.class] = freed;
}

int posix_memalign(void **result, size_t alignment, size_t size) {
    if (alignment > 16) __builtin_trap();
    *result = malloc(size);
    return 0;
}

// With -mbulk-memory each of these is one instruction.
void *memcpy(void *restrict target, const void *restrict source, size_t count) { return __builtin_memcpy(target, source, count); }
void *memmove(void *target, const void *source, size_t count) { return __builtin_memmove(target, source, count); }
void *memset(void *target, int value, size_t count) { return __builtin_memset(target, value, count); }

int memcmp(const void *a, const void *b, size_t count) {
    const unsigned char *x = a, *y = b;
    for (; count; count--, x++, y++) if (*x != *y) return *x - *y;
    return 0;
}

// Hash tables are seeded with this: the same everywhere, so that answers are.
void arc4random_buf(void *buffer, size_t count) { memset(buffer, 42, count); }

int putchar(int character) { return character; }

// Named by code that linking leaves out; product and sum with what each rounds off (Dekker, Knuth).
double fma(double a, double b, double c) {
    double product = a * b;
    if (!__builtin_isfinite(product)) return product + c;
    double scaled = a * 134217729.0, a_high = scaled - (scaled - a), a_low = a - a_high;
    scaled = b * 134217729.0;
    double b_high = scaled - (scaled - b), b_low = b - b_high;
    double product_rest = ((a_high * b_high - product) + a_high * b_low + a_low * b_high) + a_low * b_low;
    double sum = product + c, back = sum - product;
    double sum_rest = (product - (sum - back)) + (c - back);
    return sum + (product_rest + sum_rest);
}
