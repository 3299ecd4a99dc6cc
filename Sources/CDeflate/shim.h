#ifndef NEWSMILL_CDEFLATE_SHIM_H
#define NEWSMILL_CDEFLATE_SHIM_H

#include <libdeflate.h>

#endif
