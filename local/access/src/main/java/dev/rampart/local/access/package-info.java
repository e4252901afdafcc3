/** The policies of a template: what they say, and what they decide about a request. */
@NullMarked
package dev.rampart.local.access;

import org.jspecify.annotations.NullMarked;
