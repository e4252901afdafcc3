/** One class for each kind of honest client that is easily taken for an attacker. */
@NullMarked
package dev.rampart.benchmark.detection.world.trap;

import org.jspecify.annotations.NullMarked;
