/** Takes committed changes of the submissions table from its stream. */
@NullMarked
package dev.rampart.adapter.in.tablestream;

import org.jspecify.annotations.NullMarked;
