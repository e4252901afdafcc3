/** Consumes the stream of committed changes of the submissions table. */
@NullMarked
package dev.rampart.adapter.in.tablestream;

import org.jspecify.annotations.NullMarked;
