#ifndef NEWSMILL_CMALLOC_SHIM_H
#define NEWSMILL_CMALLOC_SHIM_H

// The C library's module for Swift leaves this header out.
#include <malloc.h>

#endif
