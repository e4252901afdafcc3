/** Document paths of expressions, and what is arranged by them. */
@NullMarked
package dev.rampart.local.tables.expression.path;

import org.jspecify.annotations.NullMarked;
