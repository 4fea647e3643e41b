// The whole C wall: what libxml2 exports that Swift cannot name.
#pragma once
#include <libxml/xmlversion.h>
// Debian's libxml2 names ICU in its headers; Foundation brings an ICU of its own, and the two may not meet in one module.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

// `xmlFree` is a global function pointer, which Swift 6 refuses as shared mutable state.
static inline void concordat_xml_free(void *memory) { xmlFree(memory); }
