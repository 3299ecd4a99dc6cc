#ifndef NEWSMILL_CISAL_SHIM_H
#define NEWSMILL_CISAL_SHIM_H

#include <isa-l/igzip_lib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// `struct inflate_state` holds tables of thousands of elements, which Swift would import as tuples of as many. So the
// state stays behind a `void *`, and its fields are read and written here.

static inline size_t cisal_state_size(void) {
    return sizeof(struct inflate_state);
}

// Begins a bare DEFLATE stream.
static inline void cisal_begin(void *memory) {
    isal_inflate_init((struct inflate_state *)memory);
}

typedef struct {
    // Negative where more goes back than was given this time.
    int64_t consumed;
    int64_t produced;
    // An ISAL_ error code, all of which are negative.
    int code;
    bool ended;
} cisal_step;

static inline cisal_step cisal_inflate(
    void *memory, const void *input, uint32_t available, void *output, uint32_t room) {
    struct inflate_state *state = (struct inflate_state *)memory;
    state->next_in = (uint8_t *)input;
    state->avail_in = available;
    state->next_out = (uint8_t *)output;
    state->avail_out = room;
    int code = isal_inflate(state);
    cisal_step step = {
        (int64_t)available - state->avail_in, (int64_t)room - state->avail_out, code,
        state->block_state == ISAL_BLOCK_FINISH,
    };
    state->next_in = NULL;
    state->next_out = NULL;

    // Up to eight bytes were read ahead of the bits in use. Where the input is not what is missing, the whole ones among
    // them go back. Not from within a block's header (HDR): what follows them is in a buffer of the state.
    if ((step.ended || state->avail_out == 0) && state->block_state != ISAL_BLOCK_HDR && state->read_in_length > 0) {
        step.consumed -= state->read_in_length / 8;
        state->read_in_length %= 8;
        state->read_in &= (1u << state->read_in_length) - 1;
    }
    return step;
}

#endif
