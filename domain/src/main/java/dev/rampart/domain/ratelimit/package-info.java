/** How many requests one caller may send. */
@NullMarked
package dev.rampart.domain.ratelimit;

import org.jspecify.annotations.NullMarked;
