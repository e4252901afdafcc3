/** The lexer of all grammars: what the tokens of a decoded text are. */
@NullMarked
package dev.rampart.domain.inspection.token;

import org.jspecify.annotations.NullMarked;
