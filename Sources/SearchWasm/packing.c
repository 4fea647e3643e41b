// Packs search.wasm into little more than half of what gzip makes of it, and unpacks it in the browser: one model for both directions.
//
// Every bit is foretold by several contexts: what the byte means where it stands (an operation, or its n-th number) with the one, two or four
// operations before it, and the longest match of what stands before. For each context a byte keeps how the bits there fell of late; what
// such histories were followed by is learned, and how far each context is to be trusted too (as in Mahoney's PAQ). Whole numbers only, so that
// every machine foretells the same.
//
// Natively this is a program, `pack < search.wasm > packed`; as WebAssembly of three kilobytes it travels before what it unpacks.

#include <stdint.h>

enum {
    contexts = 3,
    tableBits = 18,
    mostBytes = 1 << 20,
    matchBits = 16,
    leastMatch = 5,
    // The match is one more.
    inputs = contexts + 1,
    // In 65536ths: what an input weighs at first; how fast that is learned.
    firstWeight = 24576,
    rate = 48
};

static uint8_t packed[mostBytes], code[mostBytes];

// MARK: What a byte is

// Where the next byte stands in the module: only in the bodies of functions is it known what bytes mean.
enum { isOther, isBodySize, isGroupCount, isLocalCount, isLocalType, isOperation, isNumber };
static uint32_t state, operation, numbersLeft, number, value, shift, bytesLeft, groupsLeft, bodyEnd, bodiesStart, bodiesEnd;
// The operations so far, the last one lowest; a sum of the bytes of this one's numbers.
static uint32_t operations, numberSum;

static uint32_t numbersOf(uint32_t operation) {
    if (operation == 0x11 || (operation >= 0x28 && operation <= 0x3E)) return 2;
    if ((operation >= 2 && operation <= 4) || (operation >= 0x0C && operation <= 0x0E) || operation == 0x10 ||
        (operation >= 0x20 && operation <= 0x24) || (operation >= 0x3F && operation <= 0x42) || operation == 0xFC) return 1;
    return 0;
}

static void behindOperation(uint32_t end) { state = end == bodyEnd ? isBodySize : isOperation; }

// Moves behind a byte; `end` is how many there are with it.
static void pass(uint32_t byte, uint32_t end) {
    if (end <= bodiesStart || end > bodiesEnd) {
        state = end == bodiesStart ? isBodySize : isOther;
        return;
    }
    if (state == isOperation) {
        operation = byte;
        operations = operations << 8 | byte;
        numberSum = number = value = shift = 0;
        numbersLeft = numbersOf(byte);
        bytesLeft = byte == 0x43 ? 4 : byte == 0x44 ? 8 : 0;
        if (numbersLeft || bytesLeft) state = isNumber; else behindOperation(end);
        return;
    }
    if (state == isLocalType) {
        groupsLeft -= 1;
        state = groupsLeft ? isLocalCount : isOperation;
        return;
    }
    numberSum = numberSum * 257 + byte + 1;
    if (state == isNumber && bytesLeft) {
        bytesLeft -= 1;
        if (!bytesLeft) behindOperation(end);
        return;
    }
    if (shift < 32) value |= (byte & 127) << shift;
    shift += 7;
    if (byte >= 128) return;
    uint32_t found = value;
    value = shift = 0;
    if (state == isBodySize) {
        bodyEnd = end + found;
        state = isGroupCount;
    } else if (state == isGroupCount) {
        groupsLeft = found;
        state = found ? isLocalCount : isOperation;
    } else if (state == isLocalCount) {
        state = isLocalType;
    } else {
        // A table of branches says how many numbers follow.
        if (operation == 0x0E && number == 0) numbersLeft += found + 1;
        number += 1;
        numbersLeft -= 1;
        if (!numbersLeft) behindOperation(end);
    }
}

// MARK: How likely a bit is

// A history: how many zeros and ones of late (three bits each), and the last bit; 0 for none.
static uint8_t histories[contexts][1 << tableBits];
// By history: how likely a 1 is, in 16 bits, and how often that was asked.
static uint16_t chances[contexts][256];
static uint8_t seen[contexts][256];
static int32_t weights[4 * 256][inputs];
static int16_t stretches[4096], rates[256];
static uint32_t places[contexts];
static uint32_t sums[contexts];
static uint32_t matchPlace, matchLength, matches[1 << matchBits];

// 4096 / (1 + e^-x) for x in 256ths.
static int32_t squash(int32_t x) {
    static const int16_t steps[33] = {1, 2, 3, 6, 10, 16, 27, 45, 73, 120, 194, 310, 488, 747, 1101, 1546, 2047,
        2549, 2994, 3348, 3607, 3785, 3901, 3975, 4024, 4050, 4068, 4079, 4085, 4089, 4092, 4093, 4094};
    if (x > 2047) return 4095;
    if (x < -2047) return 1;
    int32_t part = x & 127, step = (x >> 7) + 16;
    return (steps[step] * (128 - part) + steps[step + 1] * part + 64) >> 7;
}

static void begin(void) {
    int32_t done = 0;
    for (int32_t x = -2047; x <= 2047; x++) {
        int32_t chance = squash(x);
        while (done <= chance) stretches[done++] = (int16_t)x;
    }
    while (done < 4096) stretches[done++] = 2047;
    for (uint32_t place = 0; place < contexts * 256; place++) {
        uint32_t zeros = place >> 5 & 7, ones = place >> 2 & 7;
        chances[0][place] = (uint16_t)((ones * 10 + 4) * 65535 / (zeros * 10 + ones * 10 + 8));
    }
    for (int32_t times = 0; times < 256; times++) rates[times] = (int16_t)((2 << 14) / (2 * times + 3));
    for (uint32_t place = 0; place < 4 * 256 * inputs; place++) weights[0][place] = firstWeight;
}

// What the contexts are before the byte at `at`.
static void beginByte(uint32_t at) {
    uint32_t before = 0;
    // The last byte stands highest.
    for (uint32_t back = 4; back > 0; back--) before = before >> 8 | (at >= back ? (uint32_t)code[at - back] << 24 : 0);
    uint32_t role = (state << 4 | (state == isNumber ? number : 0)) << 8 | (state == isNumber ? operation : 0);
    if (state == isOther) {
        // Tables of numbers of four bytes, mostly.
        sums[0] = at & 3 | (before & 0xFF) << 8;
        sums[1] = sums[0] | (before >> 24) << 16;
        sums[2] = (at & 3 | 4) + (before >> 16) * 0x01000193u;
    } else {
        uint32_t here = role * 0x2545F491u + (state == isNumber ? numberSum * 0x9E3779B1u : 0);
        sums[0] = here + (operations & 0xFF) * 0x85EBCA6Bu;
        sums[1] = here + (operations & 0xFFFF) * 0x85EBCA6Bu;
        sums[2] = here + operations * 0x85EBCA6Bu;
    }
    uint32_t slot = (before * 0x2545F491u + (at > 4 ? code[at - 5] : 0) * 0x9E3779B1u) >> (32 - matchBits);
    if (!matchLength) {
        matchPlace = matches[slot];
        while (matchPlace && matchLength < 32 && matchLength < matchPlace && code[matchPlace - 1 - matchLength] == code[at - 1 - matchLength]) matchLength++;
        if (matchLength < leastMatch) matchLength = 0;
    }
    matches[slot] = at;
}

static uint32_t placeOf(uint32_t hash) {
    hash ^= hash >> 15;
    hash *= 0x2C1B3C6Du;
    hash ^= hash >> 13;
    return hash & ((1 << tableBits) - 16);
}

static uint32_t low, high, given, taken;

// Codes a bit of the byte at `at`; `node` is the bits of it so far behind a 1. Packs `bit`, or answers the one that was packed.
static uint32_t codeBit(uint32_t bit, uint32_t node, uint32_t at, uint32_t left, int isPacking) {
    int32_t known[inputs];
    uint32_t kind = state == isOperation ? 0 : state == isNumber ? (number ? 2 : 1) : 3;
    int32_t *weight = weights[kind << 8 | node];
    int32_t sum = 0;
    // The histories of half a byte stand together.
    uint32_t half = (left - 1) & 3, within = half == 3 ? 1 : node & ((8 >> half) - 1) | 8 >> half;
    for (uint32_t which = 0; which < contexts; which++) {
        if (half == 3) places[which] = placeOf((sums[which] + which * 0x1234567u) * 0x9E3779B1u + node * 0x85EBCA6Bu);
        uint32_t history = histories[which][places[which] + within];
        known[which] = history ? stretches[chances[which][history] >> 4] : 0;
    }
    known[contexts] = 0;
    if (matchLength && (code[matchPlace] | 256u) >> left == node) {
        int32_t trust = matchLength > 15 ? 1150 : matchLength > 8 ? 768 : 384;
        known[contexts] = code[matchPlace] >> (left - 1) & 1 ? trust : -trust;
    }
    for (uint32_t which = 0; which < inputs; which++) sum += (known[which] * (weight[which] >> 2)) >> 8;
    int32_t chance = squash(sum >> 6);

    uint32_t middle = low + (uint32_t)(((uint64_t)(high - low) * (uint32_t)chance) >> 12);
    if (!isPacking) bit = given <= middle;
    if (bit) high = middle; else low = middle + 1;
    while ((low ^ high) >> 24 == 0) {
        if (isPacking) packed[taken++] = (uint8_t)(low >> 24);
        low <<= 8;
        high = high << 8 | 255;
        if (!isPacking) given = given << 8 | packed[taken++];
    }

    int32_t error = ((int32_t)(bit << 12) - chance) * rate;
    for (uint32_t which = 0; which < inputs; which++) weight[which] += (known[which] * error + 0x8000) >> 16;
    for (uint32_t which = 0; which < contexts; which++) {
        uint8_t *history = &histories[which][places[which] + within];
        uint32_t zeros = *history >> 5, ones = *history >> 2 & 7;
        if (*history) {
            uint16_t *known = &chances[which][*history];
            uint8_t *times = &seen[which][*history];
            *known += (((bit ? 65535 : 0) - *known) * rates[*times]) >> 14;
            if (*times < 250) *times += 1;
        }
        // What was once the rule and is no longer is soon forgotten.
        if (bit) {
            ones += ones < 7;
            if (zeros > 2) zeros = zeros / 2 + 1;
        } else {
            zeros += zeros < 7;
            if (ones > 2) ones = ones / 2 + 1;
        }
        *history = (uint8_t)(zeros << 5 | ones << 2 | bit << 1 | 1);
    }
    return bit;
}

static void codeBytes(uint32_t count, int isPacking) {
    begin();
    low = 0;
    high = UINT32_MAX;
    if (!isPacking) for (int place = 0; place < 4; place++) given = given << 8 | packed[taken++];
    for (uint32_t at = 0; at < count; at++) {
        beginByte(at);
        uint32_t node = 1;
        for (uint32_t left = 8; left > 0; left--) {
            node = node << 1 | codeBit(code[at] >> (left - 1) & 1, node, at, left, isPacking);
        }
        code[at] = (uint8_t)node;
        if (matchLength && code[matchPlace] == code[at]) {
            matchPlace++;
            matchLength++;
        } else {
            matchLength = 0;
        }
        pass(code[at], at + 1);
    }
}

#ifdef __wasm__

// Where packed bytes are to be put; where the module is afterwards.
__attribute__((export_name("packed"))) uint8_t *packedPlace(void) { return packed; }
__attribute__((export_name("code"))) uint8_t *codePlace(void) { return code; }

// How many bytes the module has, where its functions begin and end (u32 each), then what was coded. Answers the first.
__attribute__((export_name("unpack"))) uint32_t unpack(void) {
    const uint32_t *head = (const uint32_t *)packed;
    uint32_t count = head[0];
    bodiesStart = head[1];
    bodiesEnd = head[2];
    taken = 12;
    codeBytes(count, 0);
    return count;
}

#else

#include <stdio.h>
#include <string.h>

static uint32_t read(uint32_t *at) {
    uint32_t number = 0;
    for (uint32_t shift = 0;; shift += 7) {
        number |= (uint32_t)(code[*at] & 127) << shift;
        if (code[(*at)++] < 128) return number;
    }
}

int main(void) {
    uint32_t count = (uint32_t)fread(code, 1, mostBytes, stdin);
    for (uint32_t at = 8; at < count;) {
        uint32_t section = code[at++], size = read(&at);
        if (section == 10) {
            bodiesEnd = at + size;
            bodiesStart = at;
            read(&bodiesStart);
        }
        at += size;
    }
    uint32_t head[3] = {count, bodiesStart, bodiesEnd};
    memcpy(packed, head, sizeof head);
    taken = sizeof head;
    codeBytes(count, 1);
    for (int place = 0; place < 4; place++) {
        packed[taken++] = (uint8_t)(low >> 24);
        low <<= 8;
    }
    return fwrite(packed, 1, taken, stdout) == taken ? 0 : 1;
}

#endif
