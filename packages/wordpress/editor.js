// The block in the editor: settings in the sidebar, and a preview that the server renders.

(({ blockEditor, blocks, components, element, i18n, serverSideRender }) => {
  const { createElement } = element;
  const { __ } = i18n;
  const NAME = '{name}/widget';

  function Edit({ attributes, setAttributes }) {
    const field = (control, name, properties) =>
      createElement(control, {
        ...properties,
        value: attributes[name],
        onChange: (value) => setAttributes({ [name]: value }),
      });
    return createElement(
      'div',
      blockEditor.useBlockProps(),
      createElement(
        blockEditor.InspectorControls,
        null,
        createElement(
          components.PanelBody,
          null,
          field(components.TextControl, 'view', {
            label: __('View', '{name}'),
            help: __('Paste the address of a page of the publication. Empty is the overview.', '{name}'),
          }),
          field(components.TextControl, 'lang', {
            label: __('Language', '{name}'),
            help: __('The code of the language, such as nl. An address above has its own.', '{name}'),
          }),
          field(components.SelectControl, 'theme', {
            label: __('Colors', '{name}'),
            options: [
              { value: 'auto', label: __('As this site', '{name}') },
              { value: 'light', label: __('Light', '{name}') },
              { value: 'dark', label: __('Dark', '{name}') },
              { value: 'reader', label: __('As the reader prefers', '{name}') },
            ],
          }),
          createElement(components.SelectControl, {
            label: __('Level of the first heading', '{name}'),
            options: [1, 2, 3, 4, 5, 6].map((level) => ({ value: level, label: String(level) })),
            value: attributes.headingLevel,
            onChange: (level) => setAttributes({ headingLevel: Number(level) }),
          }),
        ),
      ),
      // Clicks select the block.
      createElement(
        components.Disabled,
        null,
        createElement(serverSideRender, { block: NAME, attributes, skipBlockSupportAttributes: true }),
      ),
    );
  }

  const icon = createElement(
    'svg',
    { viewBox: '0 0 24 24', 'aria-hidden': true },
    createElement('path', {
      d: 'M12 12C9.5 8.5 8.5 7.5 6.5 7.5a4.5 4.5 0 0 0 0 9C8.5 16.5 9.5 15.5 12 12s3.5-4.5 5.5-4.5a4.5 4.5 0 0 1 0 9C15.5 16.5 14.5 15.5 12 12',
      fill: 'none',
      stroke: 'currentColor',
      strokeWidth: 1.5,
    }),
  );
  blocks.registerBlockType(NAME, { icon, edit: Edit, save: () => null });
})(window.wp);
