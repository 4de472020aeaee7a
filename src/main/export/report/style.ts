import { html } from './markup';

/** Light on every screen, and on paper. */
export const styleSheet = html`<style>
  :root {
    color-scheme: light;
    font:
      14px/1.5 system-ui,
      'Noto Sans KR',
      'Apple SD Gothic Neo',
      'Malgun Gothic',
      sans-serif;
    color: #1a1f26;
    background: #ffffff;
  }
  main {
    max-width: 760px;
    padding: 24px;
    margin: 0 auto;
  }
  h1 {
    margin: 0 0 12px;
    font-size: 26px;
    line-height: 1.2;
    overflow-wrap: anywhere;
  }
  h2 {
    padding-bottom: 4px;
    border-bottom: 1px solid #d5d9e0;
    margin: 28px 0 10px;
    font-size: 18px;
  }
  h3 {
    margin: 18px 0 6px;
    font-size: 14px;
  }
  p {
    margin: 6px 0;
    overflow-wrap: anywhere;
  }
  .kind {
    color: #4d5663;
  }
  .note {
    padding: 8px 12px;
    border-left: 3px solid #2463d1;
    white-space: pre-wrap;
  }
  dl {
    display: grid;
    margin: 8px 0;
    gap: 8px 24px;
    grid-template-columns: repeat(auto-fill, minmax(200px, 1fr));
  }
  dt {
    color: #4d5663;
    font-size: 12px;
  }
  dd {
    margin: 0;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  code {
    font-size: 12px;
    font-weight: 400;
  }
  figure {
    margin: 10px 0;
  }
  svg {
    display: block;
    max-width: 100%;
    height: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }
  th,
  td {
    padding: 3px 8px 3px 0;
    border-bottom: 1px solid #e3e6eb;
    text-align: left;
    overflow-wrap: anywhere;
    vertical-align: top;
  }
  th {
    color: #4d5663;
    font-weight: 600;
  }
  .number {
    text-align: right;
  }
  .marked td {
    font-weight: 700;
  }
  @page {
    size: A4;
    margin: 16mm 15mm;
  }
  @media print {
    :root {
      font-size: 10pt;
    }
    main {
      max-width: none;
      padding: 0;
    }
    h2,
    h3 {
      break-after: avoid;
    }
    figure,
    tr,
    dl div {
      break-inside: avoid;
    }
    thead {
      display: table-header-group;
    }
  }
</style>`;
