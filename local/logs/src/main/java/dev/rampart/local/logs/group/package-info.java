/** Log groups and the lines in them. */
@NullMarked
package dev.rampart.local.logs.group;

import org.jspecify.annotations.NullMarked;
