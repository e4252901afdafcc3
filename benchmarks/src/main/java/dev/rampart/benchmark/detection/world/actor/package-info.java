/** What attackers and honest clients of a simulated world act with. */
@NullMarked
package dev.rampart.benchmark.detection.world.actor;

import org.jspecify.annotations.NullMarked;
