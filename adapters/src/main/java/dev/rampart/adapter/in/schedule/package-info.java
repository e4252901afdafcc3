/** Takes the calls of schedules. */
@NullMarked
package dev.rampart.adapter.in.schedule;

import org.jspecify.annotations.NullMarked;
