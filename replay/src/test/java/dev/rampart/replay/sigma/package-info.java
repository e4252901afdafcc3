/** Runs the Sigma rules of this repository on records written for it. */
@NullMarked
package dev.rampart.replay.sigma;

import org.jspecify.annotations.NullMarked;
