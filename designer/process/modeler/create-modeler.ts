/** The drawing board: bpmn-js with our words, our palette and our attributes. Loaded only where it is used. */
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css';
import 'diagram-js-minimap/assets/diagram-js-minimap.css';
import Modeler from 'bpmn-js/lib/Modeler';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import minimapModule from 'diagram-js-minimap';
import motcuaDescriptor from '../../../engine/model/motcua.json';
import { tidyModule } from '../tidy/tidy-module.ts';
import { paletteModule } from './palette-module.ts';
import { sharedClipboardModule } from './shared-clipboard-module.ts';
import { translateModule } from './translate-module.ts';

export interface ModelerOptions {
  container: HTMLElement;
  language: 'vi' | 'en';
}

/** @returns a bpmn-js Modeler; the caller destroys it */
export function createModeler({ container, language }: ModelerOptions): Modeler {
  return new Modeler({
    container,
    moddleExtensions: { motcua: motcuaDescriptor },
    additionalModules: [
      translateModule(language),
      paletteModule,
      minimapModule,
      sharedClipboardModule,
      tidyModule,
    ],
  });
}

/** @returns a bpmn-js viewer that can be moved and zoomed but not drawn on; the caller destroys it */
export function createViewer({ container, language }: ModelerOptions): NavigatedViewer {
  return new NavigatedViewer({
    container,
    moddleExtensions: { motcua: motcuaDescriptor },
    additionalModules: [translateModule(language)],
  });
}
