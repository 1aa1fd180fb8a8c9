// nodejs.org/api/errors.html, v22: which class a code has, and its text. One switch costs an actor nothing until it runs.
// Missing: codes that no built-in module of Troupe throws.
'use strict';

const RANGE = ` ERR_BUFFER_OUT_OF_BOUNDS ERR_INVALID_BUFFER_SIZE ERR_BUFFER_TOO_LARGE ERR_OUT_OF_RANGE ERR_SOCKET_BAD_PORT ERR_HTTP_INVALID_STATUS_CODE
 ERR_ENCODING_NOT_SUPPORTED ERR_INVALID_OPT_VALUE_ENCODING ERR_FS_FILE_TOO_LARGE ERR_INVALID_ASYNC_ID ERR_CRYPTO_SCRYPT_INVALID_PARAMETER ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH
 ERR_INVALID_CHAR_RANGE ERR_OPTION_RANGE ERR_CONTEXT_NOT_INITIALIZED_RANGE ERR_UNKNOWN_MODULE_FORMAT ERR_BROTLI_INVALID_PARAM ERR_ZSTD_INVALID_PARAM ERR_ZLIB_OUT_OF_RANGE ERR_HTTP2_INVALID_SETTING_VALUE `;

const TYPE = ` ERR_AMBIGUOUS_ARGUMENT ERR_TRAILING_JUNK_AFTER_STREAM_END ERR_ARG_NOT_ITERABLE ERR_ASYNC_CALLBACK ERR_ASYNC_TYPE ERR_CRYPTO_INVALID_DIGEST ERR_CRYPTO_INVALID_STATE_TYPE
 ERR_ENCODING_INVALID_ENCODED_DATA ERR_EVENT_RECURSION_TYPE ERR_HTTP_INVALID_HEADER_VALUE ERR_INVALID_ARG_TYPE ERR_INVALID_ARG_VALUE ERR_INVALID_CHAR
 ERR_INVALID_FILE_URL_HOST ERR_INVALID_FILE_URL_PATH ERR_INVALID_HTTP_TOKEN ERR_INVALID_IP_ADDRESS ERR_INVALID_PROTOCOL ERR_INVALID_RETURN_PROPERTY
 ERR_INVALID_RETURN_PROPERTY_VALUE ERR_INVALID_RETURN_VALUE ERR_INVALID_SYNC_FORK_INPUT ERR_INVALID_THIS ERR_INVALID_TUPLE ERR_INVALID_URL
 ERR_INVALID_URL_SCHEME ERR_INVALID_MODULE_SPECIFIER ERR_UNESCAPED_CHARACTERS ERR_UNKNOWN_ENCODING ERR_UNKNOWN_FILE_EXTENSION ERR_UNKNOWN_SIGNAL
 ERR_UNKNOWN_CREDENTIAL_TYPE ERR_MISSING_ARGS ERR_STREAM_NULL_VALUES ERR_SOCKET_BAD_TYPE ERR_SOCKET_BUFFER_SIZE_TYPE ERR_PARSE_ARGS_INVALID_OPTION_VALUE
 ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL ERR_PARSE_ARGS_UNKNOWN_OPTION ERR_INVALID_OBJECT_DEFINE_PROPERTY ERR_MISSING_TRANSFERABLE_IN_TRANSFER_LIST
 ERR_INCOMPATIBLE_OPTION_PAIR ERR_MISSING_OPTION ERR_MISSING_PASSPHRASE ERR_ILLEGAL_CONSTRUCTOR ERR_CONSTRUCT_CALL_REQUIRED ERR_INVALID_HANDLE_TYPE ERR_INVALID_FD_TYPE ERR_HTTP2_INVALID_PSEUDOHEADER
 ERR_INVALID_IMPORT ERR_IMPORT_ATTRIBUTE_MISSING ERR_IMPORT_ATTRIBUTE_UNSUPPORTED ERR_UNSUPPORTED_DIR_IMPORT ERR_CONSOLE_WRITABLE_STREAM ERR_INVALID_MIME_SYNTAX
 ERR_PACKAGE_IMPORT_NOT_DEFINED ERR_CRYPTO_INVALID_KEYLEN_TYPE ERR_DUPLICATE_STARTUP_SNAPSHOT_MAIN_FUNCTION ERR_INVALID_CURSOR_POS ERR_TLS_CERT_ALTNAME_FORMAT ERR_CONSTRUCT_CALL_INVALID ERR_INVALID_TRANSFER_OBJECT ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING
 ERR_VM_DYNAMIC_IMPORT_CALLBACK_MISSING_FLAG ERR_MODULE_LINK_MISMATCH `;

/** The name of the constructor that a code's errors come from. */
function base(code) {
  if (code.startsWith('ERR_CRYPTO_')) return require('internal/errors/crypto').base(code);
  if (TYPE.includes(` ${code} `) || TYPE.includes(` ${code}\n`)) return 'TypeError';
  if (RANGE.includes(` ${code} `) || RANGE.includes(` ${code}\n`)) return 'RangeError';
  return code === 'ERR_INVALID_URI' ? 'URIError' : 'Error';
}

/** The text of `code`; codes that are not listed give their first argument. */
function text(code, args) {
  const [a, b, c] = args;
  switch (code) {
    case 'ERR_AMBIGUOUS_ARGUMENT': return `The "${a}" argument is ambiguous. ${b}`;
    case 'ERR_ARG_NOT_ITERABLE': return `${a} must be iterable`;
    case 'ERR_ASSERTION': return `${a}`;
    case 'ERR_ASYNC_CALLBACK': return `${a} must be a function`;
    case 'ERR_ASYNC_TYPE': return `Invalid name for async "type": ${a}`;
    case 'ERR_BROTLI_INVALID_PARAM': return `${a} is not a valid Brotli parameter`;
    case 'ERR_BUFFER_OUT_OF_BOUNDS':
      return a ? `"${a}" is outside of buffer bounds` : 'Attempt to access memory outside buffer bounds';
    case 'ERR_BUFFER_TOO_LARGE': return `Cannot create a Buffer larger than ${a} bytes`;
    case 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER': return `${a} maxBuffer length exceeded`;
    case 'ERR_CONSOLE_WRITABLE_STREAM': return `Console expects a writable stream instance for ${a}`;
    case 'ERR_CRYPTO_INVALID_DIGEST': return `Invalid digest: ${a}`;
    case 'ERR_CRYPTO_HASH_FINALIZED': return 'Digest already called';
    case 'ERR_CRYPTO_HASH_UPDATE_FAILED': return 'Hash update failed';
    case 'ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH': return 'Input buffers must have the same byte length';
    case 'ERR_DIR_CLOSED': return 'Directory handle was closed';
    case 'ERR_DIR_CONCURRENT_OPERATION': return 'Cannot do synchronous work on directory handle with concurrent asynchronous operations';
    case 'ERR_DOMAIN_CALLBACK_NOT_AVAILABLE': return 'A callback was registered through process.setUncaughtExceptionCaptureCallback(), which is mutually exclusive with using the `domain` module';
    case 'ERR_DOMAIN_CANNOT_SET_UNCAUGHT_EXCEPTION_CAPTURE':
      return 'The `domain` module is in use, which is mutually exclusive with calling process.setUncaughtExceptionCaptureCallback()';
    case 'ERR_ENCODING_INVALID_ENCODED_DATA': return `The encoded data was not valid for encoding ${a}`;
    case 'ERR_ENCODING_NOT_SUPPORTED': return `The "${a}" encoding is not supported`;
    case 'ERR_EVAL_ESM_CANNOT_PRINT': return '--print cannot be used with ESM input';
    case 'ERR_EVENT_RECURSION': return `The event "${a}" is already being dispatched`;
    case 'ERR_FEATURE_UNAVAILABLE_ON_PLATFORM':
      return `The feature ${a} is unavailable on the current platform, which is being used to run Node.js`;
    case 'ERR_FS_CP_DIR_TO_NON_DIR': return 'Cannot overwrite non-directory with directory';
    case 'ERR_FS_CP_EEXIST': return 'Target already exists';
    case 'ERR_FS_CP_EINVAL': return 'Invalid src or dest';
    case 'ERR_FS_CP_FIFO_PIPE': return 'Cannot copy a FIFO pipe';
    case 'ERR_FS_CP_NON_DIR_TO_DIR': return 'Cannot overwrite directory with non-directory';
    case 'ERR_FS_CP_SOCKET': return 'Cannot copy a socket file';
    case 'ERR_FS_CP_SYMLINK_TO_SUBDIRECTORY': return 'Cannot overwrite symlink in subdirectory of self';
    case 'ERR_FS_CP_UNKNOWN': return 'Cannot copy an unknown file type';
    case 'ERR_FS_EISDIR': return 'Path is a directory';
    case 'ERR_FS_INVALID_SYMLINK_TYPE': return `Symlink type must be one of "dir", "file", or "junction". Received "${a}"`;
    case 'ERR_FS_WATCH_QUEUE_OVERFLOW': return `fs.watch() queued more than ${a} events`;
    case 'ERR_FS_FILE_TOO_LARGE': return `File size (${a}) is greater than 2 GiB`;
    case 'ERR_HTTP_BODY_NOT_ALLOWED': return 'Adding content for this request method or response status is not allowed.';
    case 'ERR_HTTP_CONTENT_LENGTH_MISMATCH':
      return `Response body's content-length of ${a} byte(s) does not match the content-length of ${b} byte(s) set in header`;
    case 'ERR_HTTP_HEADERS_SENT': return `Cannot ${a} headers after they are sent to the client`;
    case 'ERR_HTTP_INVALID_HEADER_VALUE': return `Invalid value "${a}" for header "${b}"`;
    case 'ERR_HTTP_INVALID_STATUS_CODE': return `Invalid status code: ${a}`;
    case 'ERR_HTTP_REQUEST_TIMEOUT': return 'Request timeout';
    case 'ERR_HTTP_SOCKET_ASSIGNED': return 'ServerResponse has an already assigned socket';
    case 'ERR_HTTP_SOCKET_ENCODING': return 'Changing the socket encoding is not allowed per RFC7230 Section 3.';
    case 'ERR_HTTP_TRAILER_INVALID': return 'Trailers are invalid with this transfer encoding';
    case 'ERR_ILLEGAL_CONSTRUCTOR': return 'Illegal constructor';
    case 'ERR_IMPORT_ATTRIBUTE_UNSUPPORTED': return `Import attribute "${a}" with value "${b}" is not supported`;
    case 'ERR_INCOMPATIBLE_OPTION_PAIR': return `Option "${a}" cannot be used in combination with option "${b}"`;
    case 'ERR_INTERNAL_ASSERTION': return `${a === undefined ? 'This is caused by either a bug in Troupe or incorrect usage of its internals.' : a}`;
    case 'ERR_INVALID_ARG_TYPE': return require('internal/errors/received').argType(a, b, c);
    case 'ERR_INVALID_ARG_VALUE': return require('internal/errors/received').argValue(a, b, c);
    case 'ERR_INVALID_ASYNC_ID': return `Invalid ${a} value: ${b}`;
    case 'ERR_INVALID_BUFFER_SIZE': return `Buffer size must be a multiple of ${a}`;
    case 'ERR_INVALID_CHAR': return b === undefined ? `Invalid character in ${a}` : `Invalid character in ${a} ["${b}"]`;
    case 'ERR_INVALID_CURSOR_POS': return 'Cannot set cursor row without setting its column';
    case 'ERR_INVALID_FD': return `"fd" must be a positive integer: ${a}`;
    case 'ERR_INVALID_FD_TYPE': return `Unsupported fd type: ${a}`;
    case 'ERR_INVALID_FILE_URL_HOST': return `File URL host must be "localhost" or empty on ${a}`;
    case 'ERR_INVALID_FILE_URL_PATH': return `File URL path ${a}`;
    case 'ERR_INVALID_HANDLE_TYPE': return 'This handle type cannot be sent';
    case 'ERR_INVALID_HTTP_TOKEN': return `${a} must be a valid HTTP token ["${b}"]`;
    case 'ERR_INVALID_IP_ADDRESS': return `Invalid IP address: ${a}`;
    case 'ERR_INVALID_MIME_SYNTAX':
      return `The MIME syntax for a ${a} in "${b}" is invalid${c !== -1 && c !== undefined ? ` at ${c}` : ''}`;
    case 'ERR_INVALID_PROTOCOL': return `Protocol "${a}" not supported. Expected "${b}"`;
    case 'ERR_INVALID_RETURN_PROPERTY_VALUE': return require('internal/errors/received').returnProperty(args);
    case 'ERR_INVALID_RETURN_VALUE': return require('internal/errors/received').returnValue(a, b, c);
    case 'ERR_INVALID_STATE': return `Invalid state: ${a}`;
    case 'ERR_INVALID_THIS': return `Value of "this" must be of type ${a}`;
    case 'ERR_INVALID_TRANSFER_OBJECT': return 'Found invalid object in transferList';
    case 'ERR_INVALID_TUPLE': return `${a} must be an iterable ${b} tuple`;
    case 'ERR_INVALID_URI': return 'URI malformed';
    case 'ERR_INVALID_URL': return 'Invalid URL';
    case 'ERR_INVALID_URL_SCHEME': {
      const expected = Array.isArray(a) ? a : [a];
      return `The URL must be ${expected.length === 2 ? `one of scheme ${expected[0]} or ${expected[1]}` : `of scheme ${expected[0]}`}`;
    }
    case 'ERR_IP_BLOCKED': return `IP(${a}) is blocked by net.BlockList`;
    case 'ERR_METHOD_NOT_IMPLEMENTED': return `The ${a} method is not implemented`;
    case 'ERR_MODULE_LINK_MISMATCH': return `Expected ${a} modules, got ${b}`;
    case 'ERR_MISSING_ARGS': return require('internal/errors/received').missingArgs(args);
    case 'ERR_MISSING_OPTION': return `${a} is required`;
    case 'ERR_MISSING_PASSPHRASE': return 'Passphrase required for encrypted key';
    case 'ERR_MODULE_NOT_FOUND': return `Cannot find ${c ?? 'package'} '${a}' imported from ${b}`;
    case 'ERR_MULTIPLE_CALLBACK': return 'Callback called multiple times';
    case 'ERR_NO_CRYPTO': return 'Node.js is not compiled with OpenSSL crypto support';
    case 'ERR_OUT_OF_RANGE': return require('internal/errors/received').outOfRange(a, b, c);
    case 'ERR_OPERATION_FAILED': return `Operation failed: ${a}`;
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL': return `Unexpected argument '${a}'. This command does not take positional arguments`;
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION': {
      const hint = b
        ? `. To specify a positional argument starting with a '-', place it at the end of the command after '--', as in '-- ${quoted(a)}`
        : '';
      return `Unknown option '${a}'${hint}`;
    }
    case 'ERR_REQUIRE_ESM':
      return `require() of ES Module ${a}${b ? ` from ${b}` : ''} not supported.\nInstead change the require of ${a}${b ? ` in ${b}` : ''} to a ` +
        'dynamic import() which is available in all CommonJS modules.';
    case 'ERR_NOT_BUILDING_SNAPSHOT': return 'Operation cannot be invoked when not building startup snapshot';
    case 'ERR_NOT_IN_SINGLE_EXECUTABLE_APPLICATION': return 'Operation cannot be invoked when not in a single-executable application';
    case 'ERR_TRACE_EVENTS_CATEGORY_REQUIRED': return 'At least one category is required';
    case 'ERR_TRACE_EVENTS_UNAVAILABLE': return 'Trace events are unavailable';
    case 'ERR_SERVER_ALREADY_LISTEN': return 'Listen method has been called more than once without closing.';
    case 'ERR_SERVER_NOT_RUNNING': return 'Server is not running.';
    case 'ERR_SOCKET_BAD_PORT': return require('internal/errors/received').badPort(a, b, c ?? true);
    case 'ERR_SOCKET_CLOSED': return 'Socket is closed';
    case 'ERR_SOCKET_CLOSED_BEFORE_CONNECTION': return 'Socket closed before the connection was established';
    case 'ERR_SOCKET_CONNECTION_TIMEOUT': return 'Socket connection timeout';
    case 'ERR_STREAM_ALREADY_FINISHED': return `Cannot call ${a} after a stream was finished`;
    case 'ERR_STREAM_CANNOT_PIPE': return 'Cannot pipe, not readable';
    case 'ERR_STREAM_DESTROYED': return `Cannot call ${a} after a stream was destroyed`;
    case 'ERR_STREAM_NULL_VALUES': return 'May not write null values to stream';
    case 'ERR_STREAM_PREMATURE_CLOSE': return 'Premature close';
    case 'ERR_STREAM_PUSH_AFTER_EOF': return 'stream.push() after EOF';
    case 'ERR_STREAM_UNABLE_TO_PIPE': return 'Cannot pipe to a closed or destroyed stream';
    case 'ERR_STREAM_UNSHIFT_AFTER_END_EVENT': return 'stream.unshift() after end event';
    case 'ERR_STREAM_WRITE_AFTER_END': return 'write after end';
    case 'ERR_STRING_TOO_LONG': return `Cannot create a string longer than 0x${Number(a).toString(16)} characters`;
    case 'ERR_SYSTEM_ERROR': return 'A system error occurred';
    case 'ERR_UNAVAILABLE_DURING_EXIT': return 'Cannot call function in process exit handler';
    case 'ERR_UNCAUGHT_EXCEPTION_CAPTURE_ALREADY_SET':
      return '`process.setupUncaughtExceptionCapture()` was called while a capture callback was already active';
    case 'ERR_UNESCAPED_CHARACTERS': return `${a} contains unescaped characters`;
    case 'ERR_UNHANDLED_ERROR': return args.length === 0 ? 'Unhandled error.' : `Unhandled error. (${a})`;
    case 'ERR_UNHANDLED_REJECTION':
      return 'This error originated either by throwing inside of an async function without a catch block, or by rejecting a ' +
        `promise which was not handled with .catch(). The promise rejected with the reason "${a}".`;
    case 'ERR_UNKNOWN_BUILTIN_MODULE': return `No such built-in module: ${a}`;
    case 'ERR_UNKNOWN_CREDENTIAL': return `${a} identifier does not exist: ${b}`;
    case 'ERR_UNKNOWN_ENCODING': return `Unknown encoding: ${typeof a === 'object' ? require('internal/util/inspect').inspect(a) : String(a)}`;
    case 'ERR_UNKNOWN_MODULE_FORMAT': return `Unknown module format: ${a} for URL ${b}`;
    case 'ERR_UNKNOWN_SIGNAL': return `Unknown signal: ${a}`;
    case 'ERR_USE_AFTER_CLOSE': return `${a} was closed`;
    case 'ERR_CLOSED_MESSAGE_PORT': return 'Cannot send data on closed MessagePort';
    case 'ERR_CONSTRUCT_CALL_INVALID': return 'Constructor cannot be called';
    case 'ERR_CONSTRUCT_CALL_REQUIRED': return `Class constructor ${a} cannot be invoked without \`new\``;
    case 'ERR_WORKER_MESSAGING_FAILED': return 'Cannot find the destination thread or listener';
    case 'ERR_WORKER_MESSAGING_SAME_THREAD': return 'Cannot sent a message to the same thread';
    case 'ERR_WORKER_UNSUPPORTED_OPERATION': return `${a} is not supported in workers`;
    case 'ERR_ACCESS_DENIED': return b === undefined ? `${a}` : `Access to this API has been restricted: ${b}`;
    case 'ERR_TRAILING_JUNK_AFTER_STREAM_END': return 'Trailing junk found after the end of the compressed stream';
    case 'ERR_ZLIB_INITIALIZATION_FAILED': return 'Initialization failed';
    case 'ERR_ZSTD_INVALID_PARAM': return `${a} is not a valid zstd parameter`;
    default:
      if (code.startsWith('ERR_CRYPTO_')) return require('internal/errors/crypto').text(code, args);
      if (code.startsWith('ERR_VM_')) return require('internal/errors/vm').text(code, args);
      return a === undefined ? code : `${a}`;
  }
}

const quoted = (value) => JSON.stringify(value);

module.exports = { base, text };
