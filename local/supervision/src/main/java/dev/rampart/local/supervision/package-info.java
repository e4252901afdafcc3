/**
 * Keeps a run going while something fails: loops that survive every exception, log files that
 * survive a full disk, and trackers that know the current faults.
 *
 * <pre>{@code
 * Loop loop = Loop.start("The feed of the relay", () -> Optional.of(feed.step()), clock);
 * loop.status().fault().ifPresent(fault -> out.println(fault.cause()));
 * }</pre>
 */
@NullMarked
package dev.rampart.local.supervision;

import org.jspecify.annotations.NullMarked;
