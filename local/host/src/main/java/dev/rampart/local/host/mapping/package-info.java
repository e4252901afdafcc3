/** What Lambda's event source mappings have in common, whatever they read from. */
@NullMarked
package dev.rampart.local.host.mapping;

import org.jspecify.annotations.NullMarked;
