/** The edgelog function: its handler and its composition root. */
@NullMarked
package dev.rampart.function.edgelog;

import org.jspecify.annotations.NullMarked;
