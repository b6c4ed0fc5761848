/** Modules that main's bundle does without, as paths behind `node_modules/`, by what the app would have to do to need them. */
export const LEFT_OUT_OF_MAIN: readonly RegExp[] = [
  // Send traces to LangSmith: its variables are taken out of the environment at the start.
  /^langsmith\/(?:lib\/)?client\.mjs$/,
  // Ask OpenAI's interface for anything but chat completions, or have its client run tools and collect streams itself.
  /^openai\/resources\/(?:batches|completions|content-provenance-checks|decisions|embeddings)\.mjs$/,
  /^openai\/resources\/(?:files|images|models|moderations|videos)\.mjs$/,
  /^openai\/resources\/(?!chat\/)([^/]+)\/\1\.mjs$/,
  /^openai\/lib\/ChatCompletion(?:Stream|Runner|StreamingRunner)\.mjs$/,
  // Hand LangChain's client a schema of zod 3 for the answer: questions carry a JSON schema.
  /^openai\/helpers\/zod\.mjs$/,
  // Have LangChain find a client by the name of a model.
  /^langchain\/dist\/chat_models\/universal\.js$/,
  // Revive objects from text, or read answers in XML.
  /^@langchain\/core\/dist\/load\/index\.js$/,
  /^@langchain\/core\/dist\/output_parsers\/xml\.js$/,
  // Talk to models by other clients than OpenAI's.
  /^@langchain\/core\/dist\/messages\/block_translators\/(?:bedrock|deepseek|google|groq|ollama|openrouter|xai)\w*\.js$/,
  // Attach files to a mail, fetch what it holds, sign it, or send it by anything but SMTP with a password.
  /^nodemailer\/dist\/esm\/mime-funcs\/mime-types\.js$/,
  /^nodemailer\/dist\/esm\/well-known\/index\.js$/,
  /^nodemailer\/dist\/esm\/(?:dkim|fetch|smtp-pool|xoauth2|(?:sendmail|stream|json|ses)-transport)\/index\.js$/,
  // Read HTTP faster than by plain WebAssembly, which comes as a second copy of the same parser.
  /^undici\/lib\/llhttp\/llhttp_simd-wasm\.js$/,
  // Run where nothing can be aborted.
  /^abort-controller\/dist\/abort-controller\.m?js$/,
  // Be an SSH server, tunnel HTTP, or make keys.
  /^ssh2\/lib\/(?:server|http-agents|keygen)\.js$/,
]

/** Components of Mantine that come along with one in use, as `Menu.Sub` with `Menu`, and are not used in the window. */
export const LEFT_OUT_OF_WINDOW: readonly RegExp[] = [
  /^@mantine\/core\/esm\/components\/Menu\/.*\/Menu(?:Sub|Search|ContextMenu|(?:Checkbox|Radio)(?:Item|Group))\.mjs$/,
  /^@mantine\/core\/esm\/components\/Popover\/.*\/PopoverContextMenu\.mjs$/,
  /^@mantine\/core\/esm\/components\/Tooltip\/.*\/TooltipFloating\.mjs$/,
  /^@mantine\/core\/esm\/components\/(Button|ActionIcon)\/.*\/\1Group(?:Section)?\.mjs$/,
  /^@mantine\/core\/esm\/components\/Table\/Table(?:DataRenderer|ScrollContainer)\.mjs$/,
  /^@mantine\/core\/esm\/components\/Progress\/.*\/ProgressLabel\.mjs$/,
  /^@mantine\/core\/esm\/components\/Checkbox\/.*\/Checkbox(?:Card|Indicator)\.mjs$/,
  /^@mantine\/core\/esm\/components\/Input\/.*\/Input(?:Placeholder|Success)\.mjs$/,
  /^@mantine\/core\/esm\/components\/Loader\/loaders\/(?:Bars|Dots)\.mjs$/,
  /^@mantine\/hooks\/esm\/use-collapse\/use-horizontal-collapse\.mjs$/,
]
