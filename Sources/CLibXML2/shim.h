// The whole C wall: what libxml2 exports that Swift cannot name.
#pragma once
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlerror.h>

// `xmlFree` is a global function pointer, which Swift 6 refuses as shared mutable state.
static inline void concordat_xml_free(void *memory) { xmlFree(memory); }
