/** Uses a running instance from outside, step by step, and tells what happened. */
@NullMarked
package dev.rampart.local.demo;

import org.jspecify.annotations.NullMarked;
