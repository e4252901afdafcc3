/** The injection inspector: judges one text value, explains itself, never alters the text. */
@NullMarked
package dev.rampart.domain.inspection;

import org.jspecify.annotations.NullMarked;
