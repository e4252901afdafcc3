/** The hosted pages and OAuth endpoints, over HTTP. */
@NullMarked
package dev.rampart.local.identity.hosted;

import org.jspecify.annotations.NullMarked;
