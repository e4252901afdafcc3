/**
 * Runs the stack of a template on loopback: has each stand-in read its resources, starts them in
 * the order in which they need each other, and joins them. It knows templates, and none by name.
 */
@NullMarked
package dev.rampart.local.stack;

import org.jspecify.annotations.NullMarked;
