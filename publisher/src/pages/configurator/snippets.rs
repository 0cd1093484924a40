//! The codes that embed a view, with placeholders. `embed/configurator/snippet.js` fills them in as the reader chooses;
//! prerendered pages hold those of the overview.

use kennislemniscaat::content::interpolate;

use super::words::Code;

/// A way to embed a view.
pub struct Tab {
    /// Its id, in the address of the page too.
    pub id: &'static str,
    /// The codes, in the order in which people need them.
    pub blocks: &'static [Block],
}

/// A piece of code.
pub struct Block {
    /// The form that the values have in it.
    pub form: Form,
    /// The code; names in braces are those of [`Values`].
    pub template: &'static str,
    /// The heading.
    pub heading: fn(&Code) -> &str,
}

/// How values are written in a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// As text of an element or as a value of an attribute.
    Html,
    /// As they are.
    Text,
    /// The style that the reader chose; empty without one.
    Style,
}

impl Form {
    /// The name that the script knows.
    pub fn name(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Text => "text",
            Self::Style => "style",
        }
    }
}

const ELEMENT: Block = Block {
    form: Form::Html,
    template: "<{element}{attributes}>\n  <a href=\"{href}\">{title}</a>\n</{element}>\n{preload}<script async{src}></script>",
    heading: |words| &words.html,
};
const FRAME: Block = Block {
    form: Form::Html,
    template: "<iframe src=\"{frame}\" title=\"{title}\" width=\"640\" height=\"760\" loading=\"lazy\"></iframe>",
    heading: |words| &words.html,
};
const SITE_WIDE: Block = Block {
    form: Form::Html,
    template: "<script async{src} data-only=\"elements\"></script>",
    heading: |words| &words.site_wide,
};
const ADDRESS: Block = Block {
    form: Form::Text,
    template: "{href}",
    heading: |words| &words.address,
};
const STYLE: Block = Block {
    form: Form::Style,
    template: "{style}",
    heading: |words| &words.css,
};
const THEME: Block = Block {
    form: Form::Html,
    template: "<link rel=\"stylesheet\" href=\"{root}nl-design-system.css\">",
    heading: |words| &words.nl_design_system,
};
const RESERVE: Block = Block {
    form: Form::Text,
    template: "@media (scripting: enabled) {\n  {element}:not(:defined) { display: block; animation: 4s {element} }\n  @keyframes {element} { from, to { min-height: {height} } }\n}",
    heading: |words| &words.reserve,
};
const POLICY: Block = Block {
    form: Form::Text,
    template: "script-src {origin} 'wasm-unsafe-eval'; connect-src {origin}",
    heading: |words| &words.policy,
};
const FRAME_POLICY: Block = Block {
    form: Form::Text,
    template: "frame-src {origin}",
    heading: |words| &words.policy,
};
const PICTURE_POLICY: Block = Block {
    form: Form::Text,
    template: "img-src {origin}",
    heading: |words| &words.policy,
};
const DOMAIN: Block = Block {
    form: Form::Text,
    template: "{host}",
    heading: |words| &words.domain,
};

/// All ways, in the order of the tabs.
pub const TABS: [Tab; 13] = [
    Tab {
        id: "element",
        blocks: &[ELEMENT, STYLE, THEME, RESERVE, POLICY],
    },
    Tab {
        id: "script",
        blocks: &[
            Block {
                form: Form::Html,
                template: "{preload}<script async{src}{data}></script>",
                heading: |words| &words.html,
            },
            STYLE,
            THEME,
            RESERVE,
            POLICY,
        ],
    },
    Tab {
        id: "link",
        blocks: &[
            Block {
                form: Form::Html,
                template: "<a class=\"kennislemniscaat\" href=\"{href}\"{options}>{title}</a>",
                heading: |words| &words.html,
            },
            SITE_WIDE,
            STYLE,
            THEME,
            Block {
                form: Form::Text,
                template: "@media (scripting: enabled) {\n  a.kennislemniscaat { display: block; animation: 4s {element} }\n  @keyframes {element} { from, to { min-height: {height} } }\n}",
                heading: |words| &words.reserve,
            },
            POLICY,
        ],
    },
    Tab {
        id: "frame",
        blocks: &[
            FRAME,
            Block {
                form: Form::Text,
                template: "addEventListener('message', ({ data, source }) => {\n  for (const frame of document.querySelectorAll('iframe')) {\n    if (source === frame.contentWindow && data.type === 'kennislemniscaat:height') frame.height = data.height;\n  }\n});",
                heading: |words| &words.follow,
            },
            FRAME_POLICY,
        ],
    },
    Tab {
        id: "wordpress",
        blocks: &[ADDRESS, FRAME_POLICY],
    },
    Tab {
        id: "drupal",
        blocks: &[ELEMENT, STYLE, THEME, RESERVE, POLICY],
    },
    Tab {
        id: "typo3",
        blocks: &[ELEMENT, STYLE, THEME, RESERVE, POLICY],
    },
    Tab {
        id: "sharepoint",
        blocks: &[FRAME, DOMAIN],
    },
    Tab {
        id: "picture",
        blocks: &[
            Block {
                form: Form::Html,
                template: "<a href=\"{href}\"><img src=\"{image}\" alt=\"{title}\" width=\"1200\" height=\"630\" loading=\"lazy\"></a>",
                heading: |words| &words.html,
            },
            PICTURE_POLICY,
        ],
    },
    Tab {
        id: "newsletter",
        blocks: &[Block {
            form: Form::Html,
            template: "<p><a href=\"{href}\"><img src=\"{image}\" alt=\"\" width=\"600\" border=\"0\"></a></p>\n<p><a href=\"{href}\">{title}</a></p>",
            heading: |words| &words.html,
        }],
    },
    Tab {
        id: "application",
        blocks: &[
            SITE_WIDE,
            Block {
                form: Form::Html,
                template: "const listen = useCallback((element) => {\n  const follow = ({ detail }) => setView(detail.view);\n  element.addEventListener('{event}', follow);\n  return () => element.removeEventListener('{event}', follow);\n}, []);\n<{element}{options-of-element} view={view} ref={listen} />",
                heading: |words| &words.jsx,
            },
            Block {
                form: Form::Html,
                template: "<{element}{options-of-element} :view=\"view\" @{event}=\"view = $event.detail.view\"></{element}>",
                heading: |words| &words.vue,
            },
            STYLE,
            THEME,
            RESERVE,
            POLICY,
        ],
    },
    Tab {
        id: "npm",
        blocks: &[
            Block {
                form: Form::Text,
                template: "npm install kennislemniscaat",
                heading: |words| &words.install,
            },
            Block {
                form: Form::Text,
                template: "import 'kennislemniscaat/define';",
                heading: |words| &words.module,
            },
            Block {
                form: Form::Html,
                template: "<{element}{attributes}>\n  <a href=\"{href}\">{title}</a>\n</{element}>",
                heading: |words| &words.html,
            },
            STYLE,
            RESERVE,
        ],
    },
    Tab {
        id: "zip",
        blocks: &[],
    },
];

/// The values of placeholders. All are text; [`Block::fill`] writes them in the form of the code.
pub type Values = [(&'static str, String)];

impl Block {
    /// The code with its values. Attributes are values that are code already.
    pub fn fill(&self, values: &Values) -> String {
        let is_code = |name: &str| {
            [
                "attributes",
                "data",
                "options",
                "options-of-element",
                "preload",
                "src",
            ]
            .contains(&name)
        };
        let values: Vec<_> = values
            .iter()
            .map(|(name, value)| match self.form {
                Form::Html if !is_code(name) => (*name, escape(value)),
                _ => (*name, value.clone()),
            })
            .collect();
        let values: Vec<_> = values
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        interpolate(self.template, &values)
    }
}

/// A text as HTML, in text and in attributes.
pub fn escape(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' | '<' | '>' | '"' => html += &format!("&#{};", u32::from(letter)),
            _ => html.push(letter),
        }
    }
    html
}
