/** Tests of the mixed attack, without an instance. */
@NullMarked
package dev.rampart.local.attack;

import org.jspecify.annotations.NullMarked;
