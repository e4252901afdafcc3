/** The command {@code inspect}: the inspector over lines of JSON. */
@NullMarked
package dev.rampart.local.inspect;

import org.jspecify.annotations.NullMarked;
