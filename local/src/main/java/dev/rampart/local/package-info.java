/** Runs template.yaml on this machine, and the command line over it. */
@NullMarked
package dev.rampart.local;

import org.jspecify.annotations.NullMarked;
