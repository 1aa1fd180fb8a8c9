/**
 * The URL standard (url.spec.whatwg.org): parser, hosts, international domain names, percent encoding and form data,
 * without the JS engine.
 *
 * <p>Starting points: {@link dev.troupe.node.url.UrlParser}, {@link dev.troupe.node.url.UrlRecord},
 * {@link dev.troupe.node.url.HostParser}.
 */
@NullMarked
package dev.troupe.node.url;

import org.jspecify.annotations.NullMarked;
