/** The command line: ./rampart. */
@NullMarked
package dev.rampart.local.command;

import org.jspecify.annotations.NullMarked;
