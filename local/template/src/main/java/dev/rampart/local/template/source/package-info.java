/** Templates as they are written: the text, its limits, and the line of each part. */
@NullMarked
package dev.rampart.local.template.source;

import org.jspecify.annotations.NullMarked;
