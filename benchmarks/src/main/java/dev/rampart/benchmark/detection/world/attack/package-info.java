/** One class for each family of attacks. */
@NullMarked
package dev.rampart.benchmark.detection.world.attack;

import org.jspecify.annotations.NullMarked;
