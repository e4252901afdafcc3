/** Decoding of a value, and the reading of its characters; knows nothing of tokens. */
@NullMarked
package dev.rampart.domain.inspection.text;

import org.jspecify.annotations.NullMarked;
