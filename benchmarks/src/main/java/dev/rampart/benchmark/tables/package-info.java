/** How long writes to the local tables take. */
@NullMarked
package dev.rampart.benchmark.tables;

import org.jspecify.annotations.NullMarked;
