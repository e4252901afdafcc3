/** The grammars that attacks are written in, and the indicators that they find in tokens. */
@NullMarked
package dev.rampart.domain.inspection.grammar;

import org.jspecify.annotations.NullMarked;
