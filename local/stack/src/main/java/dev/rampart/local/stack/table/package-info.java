/** Creates the tables of a stack at an endpoint, or keeps those that fit. */
@NullMarked
package dev.rampart.local.stack.table;

import org.jspecify.annotations.NullMarked;
