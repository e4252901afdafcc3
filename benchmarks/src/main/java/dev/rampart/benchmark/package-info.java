/** What proves the speed claims. */
@NullMarked
package dev.rampart.benchmark;

import org.jspecify.annotations.NullMarked;
