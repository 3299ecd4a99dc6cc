#ifndef NEWSMILL_CLIBXML2_SHIM_H
#define NEWSMILL_CLIBXML2_SHIM_H

#include <libxml/xmlversion.h>
// Debian's libxml2 pulls in <unicode/*.h>, which clashes with the ICU inside Foundation.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>

// xmlFree is a mutable global, which Swift 6 code may not touch.
static inline void cxml_free(void *pointer) { xmlFree(pointer); }

#endif
